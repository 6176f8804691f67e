import Link from "next/link";
import { firstLine } from "@/lib/domain/first-line";
import type { ListedQuestion } from "@/lib/domain/question";
import styles from "./browse.module.css";

/** Questions to be answered, each a link to where that is done. */
export function QuestionList({ questions }: { questions: ListedQuestion[] }) {
  return (
    <ul className={styles.questions}>
      {questions.map(({ id, number, prompt }) => (
        <li key={id}>
          <Link href={`/questions/${id}?write=answer`} prefetch={false}>
            {number !== null && <span className={styles.number}>{number}</span>} {firstLine(prompt)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
