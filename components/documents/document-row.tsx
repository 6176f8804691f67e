import type { Problem } from "@/lib/domain/problem";
import { spokenMoment } from "@/lib/domain/spoken-time";
import { plural } from "./changes-text";
import { DocumentActions } from "./document-actions";
import styles from "./document-row.module.css";
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

type Props = {
  document: Document;
  zone: string;
  /** Its title alone does not tell it from others. */
  byPath: boolean;
};

/** A document that was taken in: what was found in it, what is wrong with it, and what can be done. */
export function DocumentRow({ document, zone, byPath }: Props) {
  const { title, path, problems, encodingRepairs } = document;
  return (
    <div className={styles.row}>
      <details>
        <summary>
          <h3>
            <bdi>{title}</bdi>
          </h3>{" "}
          <span className={styles.found}>
            {byPath && `${path}. `}
            {foundIn(document)}
          </span>
        </summary>
        <p className={styles.facts}>
          {whence(document)}, {document.questions > 0 ? "taken in" : "looked at"}{" "}
          {spokenMoment(document.takenInAt, zone)}.
          {encodingRepairs > 0 &&
            ` ${plural(encodingRepairs, "run")} of damaged characters were put right in reading; the file itself is as it was.`}
        </p>
        <ProblemList title={title} problems={problems} />
      </details>
      <DocumentActions {...document} title={byPath ? path : title} />
    </div>
  );
}

function foundIn({ dialectReason, unanswered, problems, retiredBy }: Document): string {
  if (retiredBy === "learner") return "Put away by you, with its questions and their history.";
  if (retiredBy !== null) return "The file is gone; its questions are put away with their history.";
  const parts = [
    dialectReason ?? "No question was found.",
    unanswered > 0 && `${unanswered} without an answer.`,
    problems.length > 0 && `${plural(problems.length, "problem")}.`,
  ];
  return parts.filter((part) => part !== false).join(" ");
}

function whence({ origin, path }: Document): string {
  return origin === "upload" ? `${path}, sent through this page` : `${path}, from a folder`;
}
