import Link from "next/link";
import type { TopicNode } from "@/lib/domain/topic";
import styles from "./browse.module.css";

/** Topics and those in them, each with the number of its questions. */
export function TopicContents({ topics }: { topics: TopicNode[] }) {
  return (
    <ul className={styles.contents}>
      {topics.map(({ path, title, questions, children }) => (
        <li key={path}>
          <Link href={`/topics/${path}`} prefetch={false} className={styles.entry}>
            <span className={styles.title}>{title}</span>
            <span className={styles.count}>
              {questions} {questions === 1 ? "question" : "questions"}
            </span>
          </Link>
          {children.length > 0 && <TopicContents topics={children} />}
        </li>
      ))}
    </ul>
  );
}
