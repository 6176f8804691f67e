import Link from "next/link";
import button from "@/components/ui/button.module.css";
import { PageTitle } from "@/components/ui/page-title";
import { searchAddress, withoutStates } from "@/lib/domain/search-address";
import { studyAddress } from "@/lib/domain/study-scope";
import type { SearchResults } from "@/lib/wire/search";
import { FoundItem } from "./found-item";
import { foundText } from "./found-text";
import styles from "./search.module.css";
import { StateLinks } from "./state-links";
import { WhatToSay } from "./what-to-say";

type Props = { typed: string; results: SearchResults; isFirst: boolean };

/** All that a search finds, a page at a time, and what can be done with it. */
export function SearchPage({ typed, results, isFirst }: Props) {
  const { items, nextCursor, found, unread } = results;
  if (typed.trim() === "")
    return (
      <main id="main" className={styles.page}>
        <PageTitle>Search</PageTitle>
        <h1>Search</h1>
        <StateLinks typed="" />
        <WhatToSay />
      </main>
    );
  return (
    <main id="main" className={styles.page}>
      <PageTitle>{`Search: ${typed}`}</PageTitle>
      <h1>{typed}</h1>
      <p className={styles.about} role="status">
        {foundText(results)}.
        {unread > 0 &&
          ` ${unread} questions are still being read; what they say is found in a while.`}
      </p>
      {found > 0 && (
        <p>
          <Link
            href={studyAddress({ mode: "practice", q: typed })}
            prefetch={false}
            className={button.go}
          >
            Practise these
          </Link>
        </p>
      )}
      <StateLinks typed={typed} />
      {found === 0 && <NothingFound typed={typed} />}
      <ol className={styles.list}>
        {items.map((item) => (
          <FoundItem key={item.questionId} item={item} />
        ))}
      </ol>
      {(nextCursor !== null || !isFirst) && (
        <nav aria-label="Pages" className={styles.pages}>
          {isFirst ? <span /> : <Link href={searchAddress(typed)}>From the beginning</Link>}
          {nextCursor !== null && (
            <Link href={searchAddress(typed, nextCursor)} rel="next">
              More of what was found
            </Link>
          )}
        </nav>
      )}
    </main>
  );
}

function NothingFound({ typed }: { typed: string }) {
  const words = withoutStates(typed);
  return (
    <>
      <p>
        No question says all of it. Try fewer words, other ones, or the beginning of one
        {words !== typed && words !== "" && (
          <>
            , or look <Link href={searchAddress(words)}>among all questions</Link>
          </>
        )}
        .
      </p>
      <WhatToSay />
    </>
  );
}
