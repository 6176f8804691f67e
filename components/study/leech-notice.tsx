import Link from "next/link";
import type { ReactNode } from "react";
import button from "@/components/ui/button.module.css";
import styles from "./leech-notice.module.css";

type Props = {
  questionId: string;
  /** What was forgotten: the question's name, or "this question". */
  name: string;
  lapses: number;
  /** Where its document is, if the page knows. */
  source?: string;
  /** What suspends it, where the page has nothing else that does. */
  children?: ReactNode;
};

/** That a question was forgotten so often that grading it on won't help, and what would. */
export function LeechNotice({ questionId, name, lapses, source, children }: Props) {
  return (
    <section className={styles.leech} aria-label="Forgotten often">
      <p>
        You have forgotten {name} {lapses} times. Asking it again as it is won’t help much: split it
        into smaller questions in {source ?? "its document"}, reword its points, or suspend it.
      </p>
      <p className={styles.ways}>
        <Link
          href={`/questions/${questionId}#key-points`}
          prefetch={false}
          className={button.button}
        >
          Reword its points
        </Link>
        {children}
      </p>
    </section>
  );
}
