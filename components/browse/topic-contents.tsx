import Link from "next/link";
import { recallText, type TopicNode } from "@/lib/domain/topic";
import { waitingText } from "@/lib/domain/what-waits";
import styles from "./browse.module.css";
import { TopicMarks } from "./topic-marks";

/** Topics and those in them, each with its figures. */
export function TopicContents({ topics }: { topics: TopicNode[] }) {
  return (
    <ul className={styles.contents}>
      {topics.map((topic) => (
        <li key={topic.path}>
          <Link href={`/topics/${topic.path}`} prefetch={false} className={styles.entry}>
            <span className={styles.title}>{topic.title}</span>
            <span className={styles.count}>
              {figuresText(topic)} <TopicMarks marks={topic.marks} />
            </span>
          </Link>
          {topic.children.length > 0 && <TopicContents topics={topic.children} />}
        </li>
      ))}
    </ul>
  );
}

/** What there is, what of it waits, and what would be recalled: each as far as there is any. */
export function figuresText(topic: TopicNode): string {
  const { questions, counts } = topic;
  const parts = [
    `${questions}\u00a0${questions === 1 ? "question" : "questions"}`,
    waitingText({ ...counts, new: 0 }),
    recallText(topic),
  ];
  return parts.filter((part) => part !== null).join(", ");
}
