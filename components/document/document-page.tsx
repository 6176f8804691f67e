import Link from "next/link";
import ink from "@/components/ui/ink.module.css";
import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import { PartsBar } from "@/components/ui/parts-bar";
import { PrintButton } from "@/components/ui/print-button";
import { counted } from "@/lib/domain/counted";
import { documentAddress } from "@/lib/domain/document-address";
import { spokenDay } from "@/lib/domain/spoken-time";
import { recallText } from "@/lib/domain/topic";
import type { DocumentPageView } from "@/lib/wire/document-page";
import { Contents } from "./contents";
import styles from "./document.module.css";
import { InkKey } from "./ink-key";
import { InkedQuestion } from "./inked-question";

/** A document as it is read, in the ink of its learner's memory. */
export function DocumentPage(props: DocumentPageView) {
  const { id, title, path, parts, page, pages, figures, interview, zone } = props;
  if (pages === 0) return <NothingInIt {...props} />;
  return (
    <main id="main" className={`${styles.page} ${ink.ink}`}>
      <PageTitle>{title}</PageTitle>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p>
          {counted(figures.questions, "question")} in the ink of your memory: as dark as you would
          recall each{" "}
          {interview ? `on ${spokenDay(interview.at, zone)}, for “${interview.title}”` : "today"}.
        </p>
        <PartsBar {...figures} />
        <p>{recallText(figures)}</p>
        <InkKey />
        <PrintButton />
      </header>
      <Contents {...props} />
      <div className={styles.parts}>
        {parts.map(({ topic, titles, questions: own }) => (
          <section key={own[0]?.id} aria-label={titles.join(" › ")}>
            <h2>
              {titles.length > 1 && <span>{titles.slice(0, -1).join(" › ")} ›</span>}{" "}
              <Link href={`/topics/${topic}`} prefetch={false}>
                {titles.at(-1)}
              </Link>
            </h2>
            {own.map((question) => (
              <InkedQuestion key={question.id} {...question} />
            ))}
          </section>
        ))}
      </div>
      {pages > 1 && <Pager id={id} page={page} pages={pages} />}
      <p className={styles.source}>{path}</p>
    </main>
  );
}

function Pager({ id, page, pages }: Pick<DocumentPageView, "id" | "page" | "pages">) {
  const to = (other: number) => `${documentAddress(id)}?page=${other}`;
  return (
    <nav aria-label="Pages" className={styles.pager}>
      <p>
        Page {page} of {pages}
      </p>
      {page > 1 && (
        <Link href={to(page - 1)} prefetch={false} rel="prev">
          Previous
        </Link>
      )}
      {page < pages && (
        <Link href={to(page + 1)} prefetch={false} rel="next">
          Next
        </Link>
      )}
    </nav>
  );
}

function NothingInIt({ title, retiredAt }: DocumentPageView) {
  return (
    <Message title={title} links={[{ href: "/documents", text: "See the documents" }]}>
      {retiredAt
        ? "This document is put away, with its questions and their history."
        : "No question of this document is in use."}
    </Message>
  );
}
