import type { AssessedPoint, KnownPoint } from "@/lib/db/study/reviews";
import type { ReviewInput } from "./review-input";

/** What a review says of its question's key points; `unknown` are those that it never had. */
export type AssessedPoints = {
  points: AssessedPoint[];
  /** Null where nothing was said of it. */
  suggested: string[] | null;
  unknown: string[];
};

/**
 * What became of each key point of the question that stood there at the review. One that is neither
 * recalled nor wrong was missed, where the learner assessed them at all; of one that was put away
 * before, that is said only which names it.
 */
export function assessedPoints(
  {
    recalledKeyPointIds: recalled,
    wrongKeyPointIds: wrong,
    suggestedKeyPointIds: suggested,
    reviewedAt,
  }: Pick<
    ReviewInput,
    "recalledKeyPointIds" | "wrongKeyPointIds" | "suggestedKeyPointIds" | "reviewedAt"
  >,
  known: readonly KnownPoint[],
): AssessedPoints {
  const ids = new Set(known.map(({ id }) => id));
  const isKnown = (id: string) => ids.has(id);
  const outcomeOf = ({ id, retiredAt, hidden }: KnownPoint) => {
    if (recalled?.includes(id)) return "recalled";
    if (wrong?.includes(id)) return "wrong";
    const stood = !hidden && (retiredAt === null || retiredAt > reviewedAt);
    return recalled && stood ? "missed" : null;
  };
  const points = known.flatMap((point) => {
    const outcome = outcomeOf(point);
    return outcome ? [{ keyPointId: point.id, outcome } as const] : [];
  });
  const named = [...(recalled ?? []), ...(wrong ?? []), ...(suggested ?? [])];
  return {
    points,
    suggested: suggested?.filter(isKnown) ?? null,
    unknown: [...new Set(named)].filter((id) => !isKnown(id)),
  };
}
