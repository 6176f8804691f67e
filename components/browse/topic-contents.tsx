import Link from "next/link";
import { recallText, type TopicNode } from "@/lib/domain/topic";
import styles from "./browse.module.css";

/** Topics and those in them, each with its figures. */
export function TopicContents({ topics }: { topics: TopicNode[] }) {
  return (
    <ul className={styles.contents}>
      {topics.map((topic) => (
        <li key={topic.path}>
          <Link href={`/topics/${topic.path}`} prefetch={false} className={styles.entry}>
            <span className={styles.title}>{topic.title}</span>
            <span className={styles.count}>{figuresText(topic)}</span>
          </Link>
          {topic.children.length > 0 && <TopicContents topics={topic.children} />}
        </li>
      ))}
    </ul>
  );
}

/** What there is, what was seen, what is due, and what will be recalled: each as far as there is any. */
export function figuresText(topic: TopicNode): string {
  const { questions, due } = topic;
  const recall = recallText(topic);
  const parts = [
    `${questions}\u00a0${questions === 1 ? "question" : "questions"}`,
    due > 0 && `${due}\u00a0due`,
    recall,
  ];
  return parts.filter(Boolean).join(", ");
}
