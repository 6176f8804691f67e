import { meanRecall, sumOfFigures, type TopicFigures, type TopicNode } from "./topic";

/** A topic where recall is weak, with what says so. */
export type WeakArea = TopicFigures & {
  path: string;
  /** Its title and those above it, topmost first. */
  titles: string[];
  /** Predicted recall of what was seen, pooled through the tree, 0–1. */
  recall: number;
};

/** How many seen questions a topic's surroundings weigh as much as, against its own. */
const POOLED_QUESTIONS = 5;

/** Below this many questions seen in all, no ranking says anything. */
export const ENOUGH_SEEN = 10;

/**
 * Topics and subtopics with anything seen, where recall is worst first. Each topic's recall is
 * drawn towards that of the topic above it, the topmost towards the mean of all, as if five questions
 * of it had been seen besides (shrinkage as in empirical Bayes): three reviews don't shout.
 */
export function weakAreas(topics: readonly TopicNode[]): WeakArea[] {
  const overall = meanRecall(sumOfFigures(topics));
  if (overall === null) return [];
  return areasBelow(topics, overall, []).toSorted(
    (a, b) => a.recall - b.recall || b.seen - a.seen || (a.path < b.path ? -1 : 1),
  );
}

function areasBelow(
  topics: readonly TopicNode[],
  around: number,
  above: readonly string[],
): WeakArea[] {
  return topics
    .filter(({ seen }) => seen > 0)
    .flatMap(({ title, path, children, ...figures }) => {
      const { seen, recallSum } = figures;
      const recall = (recallSum + POOLED_QUESTIONS * around) / (seen + POOLED_QUESTIONS);
      const titles = [...above, title];
      return [{ ...figures, path, titles, recall }, ...areasBelow(children, recall, titles)];
    });
}
