import { Prose } from "@/components/ui/prose";
import type { OwnWords, ShownText } from "@/lib/domain/own-words";
import styles from "./own-words.module.css";

type Props = { answerHtml: string | null; own: OwnWords<ShownText> };

/** The learner's own answer, the document's, and the learner's note. */
export function Answer({ answerHtml, own }: Props) {
  return (
    <>
      <h2 id="answer">{own.answer ? "Your answer" : "Answer"}</h2>
      {own.answer && <Prose html={own.answer.html} />}
      {answerHtml !== null && (
        <div className={own.answer ? styles.next : undefined} data-document>
          {own.answer && <h2>The document’s answer</h2>}
          <Prose html={answerHtml} />
        </div>
      )}
      {!own.answer && answerHtml === null && (
        <p>The document has no answer to this question. What would yours be?</p>
      )}
      {own.note && (
        <div className={styles.next}>
          <h2>Your note</h2>
          <Prose html={own.note.html} />
        </div>
      )}
    </>
  );
}
