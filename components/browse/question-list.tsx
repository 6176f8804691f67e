import Link from "next/link";
import { firstLine } from "@/lib/domain/first-line";
import type { ListedQuestion } from "@/lib/domain/question";
import styles from "./browse.module.css";

type Props = {
  questions: ListedQuestion[];
  /** Questions to be answered: each leads to where that is done. */
  forWriting?: boolean;
};

/** Questions, each a link to its page. */
export function QuestionList({ questions, forWriting = false }: Props) {
  return (
    <ul className={styles.questions}>
      {questions.map(({ id, number, prompt }) => (
        <li key={id}>
          <Link href={`/questions/${id}${forWriting ? "?write=answer" : ""}`} prefetch={false}>
            {number !== null && <span className={styles.number}>{number}</span>} {firstLine(prompt)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
