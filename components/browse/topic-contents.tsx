import Link from "next/link";
import { PartsBar } from "@/components/ui/parts-bar";
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
            <PartsBar {...topic} />
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

/** How a topic's questions stand, and what of them waits, as far as anything does. */
export function figuresText(topic: TopicNode): string {
  const waits = waitingText({ ...topic.counts, new: 0 });
  return [recallText(topic), waits].filter((part) => part !== null).join("; ");
}
