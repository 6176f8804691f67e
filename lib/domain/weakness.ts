import { ratedIn, sumOfFigures, type TopicFigures, type TopicNode } from "./topic";

/** A topic where recall is weak, with what says so. */
export type WeakArea = TopicFigures & {
  path: string;
  /** Its title and those above it, topmost first. */
  titles: string[];
  /** Mean predicted recall, 0–1: what it is ranked by. */
  recall: number;
};

/** A key point that was missed where the learner assessed it, and out of how many times. */
export type MissedPoint = {
  id: string;
  text: string;
  questionId: string;
  missed: number;
  assessed: number;
};

/** With fewer questions to tell from, a topic is told with the one around it. */
export const ENOUGH_IN_AREA = 3;

/** With fewer questions to tell from in all, no ranking says anything. */
export const ENOUGH_RATED = 10;

/** What there is to tell from, where that is too little to call a topic weak. */
export function tooFewText(figures: TopicFigures): string {
  const { gradedToday } = figures;
  const today = gradedToday === 0 ? "" : `; ${gradedToday} graded today count from tomorrow on`;
  return `${ratedIn(figures)} of ${ENOUGH_RATED} questions studied before today${today}.`;
}

/** What is said where there is enough to say, and no area. */
export const NOTHING_WEAK = "You would recall as much of every topic as you want to.";

/**
 * Topics and subtopics that would be recalled less than their learner wants, the worst first. A topic
 * with areas in it is one besides only for enough other questions that are weak too: it never repeats
 * what they say.
 */
export function weakAreas(topics: readonly TopicNode[]): WeakArea[] {
  return topics
    .flatMap((topic) => within(topic, []).areas)
    .toSorted(
      (a, b) => a.recall - b.recall || ratedIn(b) - ratedIn(a) || (a.path < b.path ? -1 : 1),
    );
}

/** The areas of a topic with all below it, and the figures of the questions that are in one. */
function within(
  topic: TopicNode,
  above: readonly string[],
): { areas: WeakArea[]; covered: TopicFigures } {
  const {
    title,
    path,
    children,
    counts: _,
    heldBack: __,
    importance: ___,
    desiredRetention,
    ...figures
  } = topic;
  const titles = [...above, title];
  const below = children.map((child) => within(child, titles));
  const areas = below.flatMap((one) => one.areas);
  const covered = sumOfFigures(below.map((one) => one.covered));
  const rest = {
    firm: figures.firm - covered.firm,
    shaky: figures.shaky - covered.shaky,
    recallSum: figures.recallSum - covered.recallSum,
  };
  const recall = seenRecall(figures);
  const isWeak = (one: number | null) => one !== null && one < desiredRetention;
  if (
    recall === null ||
    ratedIn(rest) < ENOUGH_IN_AREA ||
    !isWeak(seenRecall(rest)) ||
    !isWeak(recall)
  )
    return { areas, covered };
  return { areas: [...areas, { ...figures, path, titles, recall }], covered: figures };
}

/** Mean recall of what was seen. */
function seenRecall(figures: Pick<TopicFigures, "firm" | "shaky" | "recallSum">): number | null {
  const rated = ratedIn(figures);
  return rated === 0 ? null : figures.recallSum / rated;
}
