import Link from "next/link";
import { PartsBar } from "@/components/ui/parts-bar";
import type { Importance } from "@/lib/domain/interview";
import { recallText, type TopicNode } from "@/lib/domain/topic";
import styles from "./interview.module.css";

/** How much a topic matters, in words. */
export const MATTERS: Record<Importance, string> = {
  0: "does not matter",
  1: "matters",
  2: "matters more",
  3: "matters most",
};

/** What will be recalled of each topic, those that matter most first. */
export function TopicsReady({ topics }: { topics: TopicNode[] }) {
  const ordered = topics.toSorted((a, b) => b.importance - a.importance);
  return (
    <ul className={styles.topics}>
      {ordered.map((topic) => (
        <li key={topic.path}>
          <Link href={`/topics/${topic.path}`} prefetch={false}>
            {topic.title}
          </Link>
          <PartsBar {...topic} />
          <span className={styles.figures}>
            {recallText(topic)}; {MATTERS[topic.importance]}
          </span>
        </li>
      ))}
    </ul>
  );
}
