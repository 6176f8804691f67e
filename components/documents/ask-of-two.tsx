import type { AskedOfTwo } from "@/lib/wire/asks";
import { type Answer, AnswerForm } from "./answer-form";
import styles from "./asks.module.css";
import { ShowMore } from "./show-more";

/** Whether what two documents both ask is the same, for all of it at once. */
export function AskOfTwo({
  id,
  paths: [one, two],
  count,
  prompts,
  answer,
}: AskedOfTwo & { answer: Answer }) {
  const more = count - prompts.length;
  const answers = [
    { answer: "same", text: `Same questions, all ${count}`, done: `${count} pairs are one each.` },
    { answer: "different", text: "Keep both of each", done: `${count} pairs stay two each.` },
  ];
  return (
    <article aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        Are these {count} questions the same twice?
      </h3>
      <p>
        {one} and {two} both have them. If they are, each comes up once, with the reviews of both.
      </p>
      <details>
        <summary>The {count} questions</summary>
        <ul className={styles.places}>
          {prompts.map((prompt, i) => (
            // Two documents may ask the same twice.
            <li key={`${i} ${prompt}`}>{prompt}</li>
          ))}
          {more > 0 && <li>And {more} more.</li>}
        </ul>
        <ShowMore href="/documents?asks=each" focus="#asks">
          Decide each by itself
        </ShowMore>
      </details>
      <AnswerForm ask={id} send={answer} answers={answers} alike />
    </article>
  );
}
