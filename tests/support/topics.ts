import { sumOfMarks } from "@/lib/domain/list-marks";
import type { TopicFigures, TopicNode } from "@/lib/domain/topic";

/** Figures of a topic, of which all that was rated is all that it has unless said otherwise. */
export function figures(changes: Partial<TopicFigures> = {}): TopicFigures {
  const { rated = 0, gradedToday = 0 } = changes;
  const seen = rated + gradedToday;
  const waiting = { new: 0, learning: 0, review: 0 };
  const marks = sumOfMarks([]);
  const none = { rated, gradedToday, recallSum: 0, lapses: 0 };
  return { questions: seen, seen, waiting, marks, ...none, ...changes };
}

/** A topic with such figures, named by its path, of which 90 % shall be recalled. */
export function aTopic(
  path: string,
  changes: Partial<TopicNode> = {},
  children: TopicNode[] = [],
): TopicNode {
  const title = path;
  const counts = { new: 0, learning: 0, review: 0 };
  const heldBack = { new: 0, review: 0 };
  const own = { path, title, counts, heldBack, desiredRetention: 0.9, children };
  return { ...figures(changes), ...own, ...changes };
}
