import { sumOfMarks } from "@/lib/domain/list-marks";
import { NO_COUNT } from "@/lib/domain/point-recall";
import type { TopicFigures, TopicNode } from "@/lib/domain/topic";

/** Figures of a topic, of which all was seen unless said otherwise. */
export function figures(changes: Partial<TopicFigures> = {}): TopicFigures {
  const { firm = 0, shaky = 0, unseen = 0, gradedToday = 0, recallSum = 0, spread = 0 } = changes;
  const seen = firm + shaky + gradedToday;
  return {
    questions: seen + unseen,
    seen,
    waiting: { new: 0, learning: 0, review: 0 },
    marks: sumOfMarks([]),
    firm,
    shaky,
    unseen,
    gradedToday,
    recallSum,
    spread,
    points: NO_COUNT,
    pointReviews: 0,
    weighed: {
      weight: firm + shaky + unseen,
      recall: recallSum,
      spread,
      slope: spread,
      points: NO_COUNT,
    },
    lapses: 0,
    ...changes,
  };
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
  const own = {
    path,
    title,
    counts,
    heldBack,
    desiredRetention: 0.9,
    importance: 1,
    children,
  } as const;
  return { ...figures(changes), ...own, ...changes };
}
