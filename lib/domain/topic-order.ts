import type { ListOrder } from "./listed";
import { readinessOf } from "./readiness";
import type { TopicNode } from "./topic";

/** Topics in an order, and so those in each: by most due first, or by least recall first, what has none last. */
export function orderedTopics(topics: readonly TopicNode[], order: ListOrder): TopicNode[] {
  if (order === "document") return [...topics];
  const key = order === "due" ? byDue : byRecall;
  return topics
    .map((topic) => ({ ...topic, children: orderedTopics(topic.children, order) }))
    .toSorted((a, b) => key(a) - key(b));
}

function byDue({ counts }: TopicNode): number {
  return -(counts.review + counts.learning);
}

function byRecall(topic: TopicNode): number {
  return topic.seen === 0 ? 2 : (readinessOf(topic)?.readiness ?? 2);
}
