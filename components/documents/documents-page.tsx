import Link from "next/link";
import type { ReactNode } from "react";
import { PageTitle } from "@/components/ui/page-title";
import { AddDocuments } from "./add-documents";
import { plural, questions } from "./changes-text";
import { type Document, DocumentEntry } from "./document-entry";
import styles from "./documents.module.css";
import { OneUpload } from "./upload-context";

type Props = { documents: Document[]; zone: string; asks: ReactNode; merges: ReactNode };

// A few are read at once; of many, each is opened by who wants it.
const OPEN_AT_ONCE = 3;

/** What was taken in, from where, what is wrong with it, and the way to bring in more. */
export function DocumentsPage({ documents, zone, asks, merges }: Props) {
  const inUse = documents.filter(({ retiredAt }) => retiredAt === null);
  const away = documents.filter(({ retiredAt }) => retiredAt !== null);
  const unanswered = inUse.reduce((sum, document) => sum + document.unanswered, 0);
  const entry = (document: Document) => (
    <li key={document.id}>
      <DocumentEntry
        document={document}
        zone={zone}
        open={document.retiredAt === null && inUse.length <= OPEN_AT_ONCE}
      />
    </li>
  );
  return (
    <OneUpload>
      <main id="main" className={styles.page}>
        <PageTitle>Documents</PageTitle>
        <h1>{documents.length === 0 ? "No documents yet" : "Documents"}</h1>
        {merges}
        {asks}
        <AddDocuments />
        {inUse.length > 0 && (
          <section aria-labelledby="in-use">
            <h2 id="in-use">In use</h2>
            <p className={styles.facts}>
              {sumOf(inUse)} {unanswered > 0 && <WithoutAnswer count={unanswered} />}
            </p>
            <ul className={styles.documents}>{inUse.map(entry)}</ul>
          </section>
        )}
        {away.length > 0 && (
          <section aria-labelledby="away">
            <h2 id="away">Put away</h2>
            <ul className={styles.documents}>{away.map(entry)}</ul>
          </section>
        )}
      </main>
    </OneUpload>
  );
}

function WithoutAnswer({ count }: { count: number }) {
  return (
    <Link href="/questions/without-answer" prefetch={false}>
      {count} without an answer
    </Link>
  );
}

function sumOf(documents: Document[]): string {
  const count = documents.reduce((sum, document) => sum + document.questions, 0);
  const faulty = documents.filter(({ problems }) => problems.length > 0).length;
  const faults = faulty > 0 ? ` Problems in ${plural(faulty, "document")}, shown first.` : "";
  return `${plural(documents.length, "document")}, ${questions(count)}.${faults}`;
}
