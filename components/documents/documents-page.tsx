import { counted } from "@/lib/domain/counted";
import Link from "next/link";
import type { ReactNode } from "react";
import { Announcer } from "@/components/ui/announcer";
import { PageTitle } from "@/components/ui/page-title";
import type { DocumentsSum, DocumentsView } from "@/lib/wire/documents";
import { AddDocuments } from "./add-documents";
import { questions } from "./changes-text";
import styles from "./documents.module.css";
import { rowOf, titlesAgain } from "./row-texts";
import { Shelves } from "./shelves";
import { OneUpload } from "./upload-context";

type Props = DocumentsView & { asks: ReactNode; merges: ReactNode };

/** How much is in, the way to bring in more, what is to be decided, and each document. */
export function DocumentsPage({ sum, shelves, zone, asks, merges }: Props) {
  const isKnown = titlesAgain(shelves.flatMap(({ documents }) => documents));
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Documents</PageTitle>
      <h1>{shelves.length === 0 ? "No documents yet" : "Documents"}</h1>
      {shelves.length > 0 && <InUse {...sum} />}
      <Announcer>
        <OneUpload>
          <AddDocuments />
          {asks}
          {merges}
          <Shelves
            shelves={shelves.map(({ documents, ...shelf }) => ({
              ...shelf,
              rows: documents.map((document) => rowOf(document, zone, isKnown(document.title))),
            }))}
          />
        </OneUpload>
      </Announcer>
    </main>
  );
}

function InUse({ documents, questions: count, unanswered }: DocumentsSum) {
  return (
    <p className={styles.sum}>
      {counted(documents, "document")}, {questions(count)}
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
