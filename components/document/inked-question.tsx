import Link from "next/link";
import { LatelyMarks } from "@/components/ui/lately-marks";
import { Prose } from "@/components/ui/prose";
import { withoutLinks } from "@/lib/domain/html-blocks";
import { promptParts } from "@/lib/domain/prompt-parts";
import type { InkedQuestion as View } from "@/lib/wire/document-page";
import styles from "./document.module.css";

/** A question, how likely it would be recalled, and its answer in the ink of that. */
export function InkedQuestion({ id, number, promptHtml, answerHtml, ink, recall, points }: View) {
  const { above, heading, below } = promptParts(promptHtml);
  return (
    <article id={`q-${id}`} className={styles.question}>
      {above !== "" && <Prose html={above} />}
      <h3 dir="auto">
        {number !== null && <span className={styles.number}>{number} </span>}
        <Link
          href={`/questions/${id}`}
          prefetch={false}
          dangerouslySetInnerHTML={{ __html: withoutLinks(heading) }}
        />
      </h3>
      <p className={styles.recall}>{recall}</p>
      {below !== "" && <Prose html={below} />}
      <div className={styles.answer} data-ink={ink}>
        {answerHtml === null ? (
          <p>The document has no answer to this.</p>
        ) : (
          <Prose html={answerHtml} />
        )}
        {points.length > 0 && <OwnPoints points={points} />}
      </div>
    </article>
  );
}

/** Points that the learner added: they have no place in the answer. */
function OwnPoints({ points }: Pick<View, "points">) {
  return (
    <ul aria-label="Points of your own">
      {points.map(({ id, text, lately, slipping }) => (
        <li key={id}>
          <LatelyMarks lately={lately} slipping={slipping} />
          {text}
        </li>
      ))}
    </ul>
  );
}
