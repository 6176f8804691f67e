import type { PointCount } from "./point-recall";
import type { TopicFigures } from "./topic";

/** The share of some questions that would be recalled, 0–1, and the range that holds it nine times of ten. */
export type Readiness = { readiness: number; low: number; high: number };

/** Two-sided 90 % of a normal distribution. */
const Z90 = 1.645;

/**
 * How far a learner's memory may be from the model, for all questions alike: a standard deviation of
 * logits.
 */
const MODEL_ERROR = 0.5;

/**
 * The mean over questions of predicted recall on the day that it is told for, one never seen counting
 * as 0, each by how much it matters; where none matters, all alike. Its range rests on two things: each
 * question is recalled or it isn't (the variance of a sum of such), and the model may be off for this
 * learner, for all questions alike (to first order a shift of logits by d moves recall by
 * recall × (1 − recall) × d). Null where nothing can be told.
 */
export function readinessOf(
  figures: Pick<TopicFigures, "firm" | "shaky" | "unseen" | "recallSum" | "spread" | "weighed">,
): Readiness | null {
  const { firm, shaky, unseen, recallSum, spread, weighed } = figures;
  const alike = { weight: firm + shaky + unseen, recall: recallSum, spread, slope: spread };
  const sums = weighed.weight > 0 ? weighed : alike;
  if (sums.weight === 0) return null;
  const readiness = sums.recall / sums.weight;
  const off = (Z90 * Math.hypot(Math.sqrt(sums.spread), MODEL_ERROR * sums.slope)) / sums.weight;
  return { readiness, low: Math.max(0, readiness - off), high: Math.min(1, readiness + off) };
}

/** The points of those questions that matter, and how many would be given; where none matters, of all. */
export function pointsToGive({
  points,
  weighed,
}: Pick<TopicFigures, "points" | "weighed">): PointCount {
  return weighed.weight > 0 ? weighed.points : points;
}
