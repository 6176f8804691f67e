import { spokenMoment } from "@/lib/domain/spoken-time";
import type { Problem } from "@/lib/domain/problem";
import { plural, questions } from "./changes-text";
import { DocumentActions } from "./document-actions";
import styles from "./documents.module.css";
import { ProblemList } from "./problem-list";

export type Document = {
  id: string;
  origin: string;
  title: string;
  path: string;
  dialectReason: string | null;
  questions: number;
  unanswered: number;
  encodingRepairs: number;
  takenInAt: Date;
  retiredAt: Date | null;
  retiredBy: string | null;
  problems: Problem[];
};

type Props = { document: Document; zone: string; open: boolean };

/** A document that was taken in: from where, what is wrong with it, and what can be done. */
export function DocumentEntry({ document, zone, open }: Props) {
  const { title, problems, encodingRepairs } = document;
  return (
    <details className={styles.document} open={open}>
      <summary>
        <h3>{title}</h3> <span className={styles.facts}>{factsOf(document)}</span>
      </summary>
      <p className={styles.facts}>
        {whence(document)}, {document.questions > 0 ? "taken in" : "looked at"}{" "}
        {spokenMoment(document.takenInAt, zone)}. {document.dialectReason}
      </p>
      {encodingRepairs > 0 && (
        <p className={styles.facts}>
          {encodingRepairs} runs of damaged characters were put right in reading. The file itself is
          as it was.
        </p>
      )}
      <ProblemList title={title} problems={problems} />
      <DocumentActions {...document} />
    </details>
  );
}

function factsOf({ questions: count, unanswered, problems, retiredBy }: Document): string {
  if (retiredBy === "learner") return "put away by you, with its questions and their history";
  if (retiredBy !== null) return "the file is gone; its questions are put away with their history";
  const faults = problems.length > 0 ? `, ${plural(problems.length, "problem")}` : "";
  const open = unanswered > 0 ? `, ${unanswered} without an answer` : "";
  return questions(count) + open + faults;
}

function whence({ origin, path }: Document): string {
  return origin === "upload" ? `${path}, sent through this page` : `${path}, from a folder`;
}
