import Link from "next/link";
import { documentAddress } from "@/lib/domain/document-address";
import type { Ink } from "@/lib/domain/ink";
import { partsText } from "@/lib/domain/topic";
import type { DocumentPageView } from "@/lib/wire/document-page";
import styles from "./document.module.css";

type Props = Pick<DocumentPageView, "id" | "contents">;

/** What a document holds, topic by topic, each with the ink of its questions. */
export function Contents({ id, contents }: Props) {
  return (
    <nav aria-label="Contents" className={styles.contents} data-on-screen>
      <details>
        <summary>Contents</summary>
        <ol>
          {contents.map(({ topic, titles, inks, figures, first }, i) => {
            const above = titles.slice(0, -1).join(" › ");
            const isFirst = above !== contents[i - 1]?.titles.slice(0, -1).join(" › ");
            return (
              <li key={topic}>
                {above !== "" && isFirst && <p>{above}</p>}
                <Link href={documentAddress(id, first)} prefetch={false}>
                  {titles.at(-1)}
                </Link>
                <span className={styles.inks}>
                  <Inks inks={inks} /> {partsText(figures)}
                </span>
              </li>
            );
          })}
        </ol>
      </details>
    </nav>
  );
}

/** As many can be told apart in a line. */
const MOST_INKS = 16;

function Inks({ inks }: { inks: readonly Ink[] }) {
  if (inks.length > MOST_INKS) return null;
  return (
    <span aria-hidden="true">
      {inks.map((ink, i) => (
        // oxlint-disable-next-line react/no-array-index-key
        <i key={i} data-ink={ink} />
      ))}
    </span>
  );
}
