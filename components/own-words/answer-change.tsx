import type { Difference } from "@/lib/domain/difference";
import type { QuestionChange } from "@/lib/wire/session";
import styles from "./own-words.module.css";

/** Says that a question changed since the learner's last review of it, and how. */
export function AnswerChange({ change: { prompt, answer } }: { change: QuestionChange }) {
  const what = prompt && answer ? "question and answer" : prompt ? "question" : "answer";
  return (
    <details className={styles.change}>
      <summary>The {what} changed since your last review</summary>
      {prompt && <DifferenceText of="The question" parts={prompt} />}
      {answer && <DifferenceText of="The answer" parts={answer} />}
    </details>
  );
}

function DifferenceText({ of, parts }: { of: string; parts: Difference[] }) {
  return (
    <>
      <p className={styles.hint}>{of}, as Markdown:</p>
      <p className={styles.difference}>{parts.map(differing)}</p>
    </>
  );
}

function differing(part: Difference, i: number) {
  switch (part.kind) {
    case "same":
      return part.text;
    case "folded":
      return (
        <span key={i} className={styles.folded}>
          {" "}
          … {part.words} words unchanged …{" "}
        </span>
      );
    case "added":
      return (
        <ins key={i}>
          <span className="visually-hidden">added: </span>
          {part.text}
          <span className="visually-hidden"> end of addition </span>
        </ins>
      );
    case "removed":
      return (
        <del key={i}>
          <span className="visually-hidden">removed: </span>
          {part.text}
          <span className="visually-hidden"> end of removal </span>
        </del>
      );
  }
}
