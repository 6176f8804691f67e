import { meanRecall, sumOfFigures, type TopicFigures, type TopicNode } from "./topic";

/** A topic where recall is weak, with what says so. */
export type WeakArea = TopicFigures & {
  path: string;
  /** Its title and those above it, topmost first. */
  titles: string[];
  /** What it is ranked by, and never shown: its recall, drawn towards that of what is around it. */
  pooled: number;
};

/** A key point that was missed where the learner assessed it, and out of how many times. */
export type MissedPoint = {
  id: string;
  text: string;
  questionId: string;
  missed: number;
  assessed: number;
};

/** How many seen questions a topic's surroundings weigh as much as, against its own. */
const POOLED_QUESTIONS = 5;

/** Below this many questions seen in all, no ranking says anything. */
export const ENOUGH_SEEN = 10;

/**
 * Topics and subtopics with anything seen, the weakest first. For the ranking each topic's recall is
 * drawn towards that of the topic above it, the topmost towards the mean of all, as if five questions
 * of it had been seen besides (shrinkage as in empirical Bayes): three reviews don't shout.
 */
export function weakAreas(topics: readonly TopicNode[]): WeakArea[] {
  const overall = meanRecall(sumOfFigures(topics));
  if (overall === null) return [];
  return areasBelow(topics, overall, []).toSorted(
    (a, b) => a.pooled - b.pooled || b.seen - a.seen || (a.path < b.path ? -1 : 1),
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
      const pooled = (recallSum + POOLED_QUESTIONS * around) / (seen + POOLED_QUESTIONS);
      const titles = [...above, title];
      return [{ ...figures, path, titles, pooled }, ...areasBelow(children, pooled, titles)];
    });
}
