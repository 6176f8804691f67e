import Link from "next/link";
import { firstLine } from "@/lib/domain/first-line";
import type { FoundIn, FoundQuestion } from "@/lib/wire/search";
import styles from "./search.module.css";

/** A question that was found, a link to its page: its prompt, and the passage where it says what was sought. */
export function FoundItem({ item }: { item: FoundQuestion }) {
  const { questionId, prompt, topicPath, found, excerptHtml } = item;
  const excerpt = { __html: excerptHtml };
  return (
    <li>
      <Link href={`/questions/${questionId}`} prefetch={false} className={styles.item}>
        {found === "prompt" ? (
          <span className={styles.prompt} dangerouslySetInnerHTML={excerpt} />
        ) : (
          <>
            <span className={styles.prompt}>{firstLine(prompt)}</span>{" "}
            <span className={styles.excerpt}>
              {WHERE[found]}: <span dangerouslySetInnerHTML={excerpt} />
            </span>
          </>
        )}{" "}
        <span className={styles.topics}>{topicPath.join(" › ")}</span>
      </Link>
    </li>
  );
}

const WHERE: Record<Exclude<FoundIn, "prompt">, string> = {
  answer: "Answer",
  keyPoint: "Key point",
  note: "Your words",
};
