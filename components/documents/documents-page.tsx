import Link from "next/link";
import type { ReactNode } from "react";
import { Announcer } from "@/components/ui/announcer";
import { PageTitle } from "@/components/ui/page-title";
import { AddDocuments } from "./add-documents";
import { plural, questions } from "./changes-text";
import { type Document, DocumentRow } from "./document-row";
import styles from "./documents.module.css";
import { Shelves } from "./shelves";
import { OneUpload } from "./upload-context";

type Props = { documents: Document[]; zone: string; asks: ReactNode; merges: ReactNode };

/** How much is in, the way to bring in more, what is to be decided, and each document. */
export function DocumentsPage({ documents, zone, asks, merges }: Props) {
  const inUse = documents.filter(({ retiredAt }) => retiredAt === null);
  const isKnown = titlesAgain(documents);
  const entries = documents.map((document) => ({
    id: document.id,
    isAway: document.retiredAt !== null,
    row: <DocumentRow document={document} zone={zone} byPath={isKnown(document)} />,
  }));
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Documents</PageTitle>
      <h1>{documents.length === 0 ? "No documents yet" : "Documents"}</h1>
      {documents.length > 0 && <Sum documents={inUse} />}
      <Announcer>
        <OneUpload>
          <AddDocuments />
          {asks}
          {merges}
          <Shelves entries={entries} about={faultsOf(inUse)} />
        </OneUpload>
      </Announcer>
    </main>
  );
}

function Sum({ documents }: { documents: Document[] }) {
  const count = documents.reduce((sum, document) => sum + document.questions, 0);
  const unanswered = documents.reduce((sum, document) => sum + document.unanswered, 0);
  return (
    <p className={styles.sum}>
      {plural(documents.length, "document")}, {questions(count)}
      {unanswered > 0 && (
        <>
          {", "}
          <Link href="/questions/without-answer" prefetch={false}>
            {unanswered} without an answer
          </Link>
        </>
      )}
    </p>
  );
}

/** Whether others have a document's title too. */
function titlesAgain(documents: Document[]) {
  const seen = new Map<string, number>();
  for (const { title } of documents) seen.set(title, (seen.get(title) ?? 0) + 1);
  return ({ title }: Document) => (seen.get(title) ?? 0) > 1;
}

function faultsOf(documents: Document[]): string {
  const faulty = documents.filter(({ problems }) => problems.length > 0).length;
  if (faulty === 0 || documents.length === 1) return "";
  return `Problems in ${plural(faulty, "document")}, shown first.`;
}
