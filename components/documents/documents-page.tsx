import type { ReactNode } from "react";
import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import type { Problem } from "@/lib/domain/problem";
import styles from "./documents.module.css";

type Document = {
  id: string;
  title: string;
  path: string;
  questions: number;
  encodingRepairs: number;
  retiredAt: Date | null;
  problems: Problem[];
};

/** What was taken in, from where, and what is wrong with it. */
export function DocumentsPage({ documents, asks }: { documents: Document[]; asks: ReactNode }) {
  if (documents.length === 0)
    return (
      <Message title="No documents were taken in yet">
        Put Markdown files with questions and answers into the content folder, and start Rehearse
        again; or run: npm run ingest -- FOLDER
      </Message>
    );
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Documents</PageTitle>
      <h1>Documents</h1>
      {asks}
      <ul className={styles.documents}>
        {documents.map((document) => (
          <li key={document.id}>
            <DocumentEntry {...document} />
          </li>
        ))}
      </ul>
    </main>
  );
}

function DocumentEntry({ title, path, questions, encodingRepairs, retiredAt, problems }: Document) {
  return (
    <article>
      <h2>{title}</h2>
      <p className={styles.facts}>
        {path}. {questions} {questions === 1 ? "question" : "questions"}.
        {retiredAt && " The file is gone; its questions are put away with their reviews."}
      </p>
      {encodingRepairs > 0 && (
        <p className={styles.facts}>
          {encodingRepairs} runs of damaged characters were put right in reading. The file itself is
          as it was.
        </p>
      )}
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label={`Problems in ${title}`}>
          {problems.map((problem) => (
            <li key={`${problem.line} ${problem.code} ${problem.message}`}>
              <strong>
                {problem.severity === "error" ? "Error" : "Warning"}, line {problem.line}:
              </strong>{" "}
              {problem.message} {problem.remedy}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
