import type { PointCount } from "./point-recall";
import type { TopicFigures, Weighed } from "./topic";

/** The share of some questions that would be recalled, 0–1, and the range that holds it nine times of ten. */
export type Readiness = { readiness: number; low: number; high: number };

/** Sums over questions, each by how much it matters. */
export type RecallSums = Omit<Weighed, "points">;

/** Two-sided 90 % of a normal distribution. */
const Z90 = 1.645;

/**
 * How far a learner's memory may be from the model, for all questions alike: a standard deviation of
 * logits, such that the range holds nine times of ten (`npm run bench -- readiness`).
 */
const MODEL_ERROR = 0.45;

/**
 * What a plan that is seen forward may be off by besides, where nearly all would be recalled too: a standard
 * deviation of the share itself.
 */
const ERROR_AHEAD = 0.033;

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
  return sums.weight === 0 ? null : rangeOf(sums);
}

/**
 * The same from sums over questions, of which there is at least one. `between` is the standard deviation
 * of what chance makes of the time until then, where that was seen forward; null where it was not.
 */
export function rangeOf(
  { weight, recall, spread, slope }: RecallSums,
  between: number | null = null,
): Readiness {
  const readiness = recall / Math.max(weight, 1e-9);
  const byChance = Math.hypot(Math.sqrt(spread), MODEL_ERROR * slope) / Math.max(weight, 1e-9);
  const ahead = between === null ? 0 : Math.hypot(between, ERROR_AHEAD);
  const off = Z90 * Math.hypot(byChance, ahead);
  return { readiness, low: Math.max(0, readiness - off), high: Math.min(1, readiness + off) };
}

/** The points of those questions that matter, and how many would be given; where none matters, of all. */
export function pointsToGive({
  points,
  weighed,
}: Pick<TopicFigures, "points" | "weighed">): PointCount {
  return weighed.weight > 0 ? weighed.points : points;
}
