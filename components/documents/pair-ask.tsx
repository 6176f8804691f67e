import { counted } from "@/lib/domain/counted";
import { Prose } from "@/components/ui/prose";
import type { AskedPair, AskedQuestion } from "@/lib/wire/asks";
import { type Answer, AnswerForm } from "./answer-form";
import styles from "./asks.module.css";

const TITLES = {
  same: "Is this the same question, changed?",
  part: "Did this question go into that one?",
  duplicate: "Is this the same question twice?",
};

const MEANINGS = {
  same: "If it is, what you recalled of the old one counts for the new one.",
  part: "If it did, what you recalled of it counts for the other one.",
  duplicate: "If it is, it comes up once, with the reviews of both.",
};

const ANSWERS = {
  same: pairAnswers("Same question", "A new one"),
  part: pairAnswers("It did", "It did not"),
  duplicate: pairAnswers("Same question", "Two questions"),
};

function pairAnswers(same: string, different: string) {
  return [
    { answer: "same", text: same, done: "They are one question now." },
    { answer: "different", text: different, done: "They stay two questions." },
  ];
}

/** Whether two questions are one. */
export function PairAsk({ id, kind, questions, answer }: AskedPair & { answer: Answer }) {
  const [known, other] = questions;
  const names = kind === "duplicate" ? ["In one document", "In another"] : ["Before", "Now"];
  return (
    <article aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {TITLES[kind]}
      </h3>
      <p>{MEANINGS[kind]}</p>
      <div className={styles.sides}>
        <Side name={names[0] ?? ""} {...known} />
        <Side name={names[1] ?? ""} {...other} />
      </div>
      <AnswerForm ask={id} send={answer} answers={ANSWERS[kind]} />
    </article>
  );
}

function Side(props: AskedQuestion & { name: string }) {
  const { name, promptHtml, answerHtml, path, line, reviews, inUse } = props;
  return (
    <div role="group" aria-label={name} className={styles.side}>
      <h4>{name}</h4>
      <Prose html={promptHtml} />
      {answerHtml !== null && (
        <details>
          <summary>Answer</summary>
          <Prose html={answerHtml} />
        </details>
      )}
      <p className={styles.place}>
        {path}, line {line}
        {!inUse && ", no longer there"}. {reviewed(reviews)}
      </p>
    </div>
  );
}

function reviewed(reviews: number): string {
  return reviews === 0 ? "Never reviewed." : `${counted(reviews, "review")}.`;
}
