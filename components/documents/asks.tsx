import { Prose } from "@/components/ui/prose";
import { type Answer, AnswerForm } from "./answer-form";
import styles from "./asks.module.css";

type Question = {
  id: string;
  promptHtml: string;
  answerHtml: string | null;
  path: string;
  line: number;
  reviews: number;
  inUse: boolean;
};
type Pair = {
  id: string;
  kind: "same" | "part" | "duplicate";
  questions: [Question, Question];
  alike: number;
};
type Missing = { id: string; questions: number; documents: { path: string; questions: number }[] };

type Props = { asks: { missing: Missing[]; pairs: Pair[]; more: number }; answer: Answer };

/** What taking documents in left for the learner to say. Nothing is lost until then. */
export function Asks({ asks: { missing, pairs, more }, answer }: Props) {
  const count = missing.length + pairs.length + more;
  if (count === 0) return null;
  return (
    <section aria-labelledby="asks" className={styles.asks}>
      <h2 id="asks" tabIndex={-1}>
        {count === 1 ? "One thing to decide" : `${count} things to decide`}
      </h2>
      <p className={styles.about}>
        Rehearse could not tell these by itself. Nothing is lost, whatever you answer and whenever.
      </p>
      <ul className={styles.list}>
        {missing.map((ask) => (
          <li key={ask.id}>
            <MissingAsk {...ask} answer={answer} />
          </li>
        ))}
        {pairs.map((pair) => (
          <li key={pair.id}>
            <PairAsk {...pair} answer={answer} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.about}>{more} more follow when these are answered.</p>}
    </section>
  );
}

function MissingAsk({ id, questions, documents, answer }: Missing & { answer: Answer }) {
  return (
    <article aria-labelledby={id}>
      <h3 id={id}>Put away {counted(questions, "question")}?</h3>
      <p>
        {questions === 1 ? "It is" : "They are"} no longer in the documents: more than a third at
        once, so nothing was put away. Put away, they come up no more, and keep their reviews.
      </p>
      <ul className={styles.places}>
        {documents.map(({ path, questions: own }) => (
          <li key={path}>
            {path}: {counted(own, "question")}
          </li>
        ))}
      </ul>
      <AnswerForm ask={id} send={answer} answers={{ retire: "Put them away", keep: "Keep them" }} />
    </article>
  );
}

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
  same: { same: "Same question", different: "A new one" },
  part: { same: "It did", different: "It did not" },
  duplicate: { same: "Same question", different: "Two questions" },
};

function PairAsk({ id, kind, questions, alike, answer }: Pair & { answer: Answer }) {
  const [known, other] = questions;
  const names = kind === "duplicate" ? ["In one document", "In another"] : ["Before", "Now"];
  return (
    <article aria-labelledby={id}>
      <h3 id={id}>{TITLES[kind]}</h3>
      <p>{MEANINGS[kind]}</p>
      <div className={styles.sides}>
        <Side name={names[0] ?? ""} {...known} />
        <Side name={names[1] ?? ""} {...other} />
      </div>
      <AnswerForm ask={id} send={answer} answers={ANSWERS[kind]} alike={alike} />
    </article>
  );
}

function Side(props: Question & { name: string }) {
  const { name, promptHtml, answerHtml, path, line, reviews, inUse } = props;
  return (
    <section aria-label={name} className={styles.side}>
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
    </section>
  );
}

function reviewed(reviews: number): string {
  return reviews === 0 ? "Never reviewed." : `${counted(reviews, "review")}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
