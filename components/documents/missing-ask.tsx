import type { AskedMissing } from "@/lib/wire/asks";
import { type Answer, AnswerForm } from "./answer-form";
import styles from "./asks.module.css";
import { questions as counted } from "./changes-text";

/** Whether to put away what is no longer in the documents, so much that a run did not. */
export function MissingAsk(props: AskedMissing & { answer: Answer }) {
  const { id, questions, documents, moreDocuments, answer } = props;
  return (
    <article aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        Put away {counted(questions)}?
      </h3>
      <p>
        {questions === 1 ? "It is" : "They are"} no longer in the documents: more than a third at
        once, so nothing was put away. Put away, they come up no more, and keep their reviews.
      </p>
      <ul className={`${styles.places} ${styles.long}`}>
        {documents.map(({ path, questions: own }) => (
          <li key={path}>
            {path}: {counted(own)}
          </li>
        ))}
        {moreDocuments > 0 && <li>And {moreDocuments} more.</li>}
      </ul>
      <AnswerForm ask={id} send={answer} answers={MISSING_ANSWERS} />
    </article>
  );
}

const MISSING_ANSWERS = [
  { answer: "retire", text: "Put them away", done: "They are put away." },
  { answer: "keep", text: "Keep them", done: "They stay in use." },
];
