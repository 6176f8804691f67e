import { LATELY, type PointOutcome } from "./point-history";

/** What became of a key point in a review, and how likely its question was to be recalled then. */
export type PointReviewed = {
  keyPointId: string;
  outcome: PointOutcome;
  reviewId: string;
  /** 0–1; null where nothing was predicted: at a first review. */
  predictedRecall: number | null;
};

/** How a key point went in all reviews that assessed it. */
export type PointSums = {
  id: string;
  /** Up to five, the newest last. */
  lately: PointOutcome[];
  assessed: number;
  /** Not said. */
  missed: number;
  /** Said, and said wrongly. */
  wrong: number;
  /** Of those that recall was predicted for: how many, how many recalled, and the recall predicted, summed. */
  predicted: { reviews: number; recalled: number; recall: number };
};

/** How a question's points went; what is predicted of them rests on nothing else. */
export type QuestionPoints = {
  points: PointSums[];
  /** Of the reviews that recall was predicted for, the shares of points recalled, and their squares. */
  shares: { reviews: number; sum: number; squares: number };
};

/** Nothing assessed yet. */
export const NO_POINTS: QuestionPoints = {
  points: [],
  shares: { reviews: 0, sum: 0, squares: 0 },
};

/** What is kept of all that became of a question's points, the oldest review first. */
export function sumsOf(reviewed: readonly PointReviewed[]): QuestionPoints {
  const points = new Map<string, PointSums>();
  const shares = new Map<string, { recalled: number; of: number }>();
  for (const { keyPointId: id, outcome, reviewId, predictedRecall: recall } of reviewed) {
    const point = points.get(id) ?? noSums(id);
    points.set(id, point);
    point.lately = [...point.lately, outcome].slice(-LATELY);
    point.assessed += 1;
    if (outcome === "missed") point.missed += 1;
    if (outcome === "wrong") point.wrong += 1;
    // On the day of a review itself recall is certain by FSRS, and says nothing.
    if (recall === null || recall >= 1) continue;
    const recalled = outcome === "recalled" ? 1 : 0;
    point.predicted.reviews += 1;
    point.predicted.recalled += recalled;
    point.predicted.recall += recall;
    const share = shares.get(reviewId) ?? { recalled: 0, of: 0 };
    shares.set(reviewId, { recalled: share.recalled + recalled, of: share.of + 1 });
  }
  const sum = { reviews: 0, sum: 0, squares: 0 };
  for (const { recalled, of } of shares.values()) {
    sum.reviews += 1;
    sum.sum += recalled / of;
    sum.squares += (recalled / of) ** 2;
  }
  return { points: [...points.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)), shares: sum };
}

function noSums(id: string): PointSums {
  const predicted = { reviews: 0, recalled: 0, recall: 0 };
  return { id, lately: [], assessed: 0, missed: 0, wrong: 0, predicted };
}
