import type { DailyLimits } from "./settings";

/** What was done today, as far as the day's limits go. */
export type Tally = { newStarted: number; dueReviewed: number };

/** How many questions of each kind today still takes. Learning has no limit: it was begun already. */
export type Allowance = { new: number; review: number };

/** What the day's limits leave after what was done. */
export function allowance(limits: DailyLimits, done: Tally): Allowance {
  return {
    new: Math.max(0, limits.newPerDay - done.newStarted),
    review: Math.max(0, limits.duePerDay - done.dueReviewed),
  };
}

/**
 * What to study, in order: due learning steps, then due reviews, then new questions; each list as
 * it comes, reviews and new ones no more than the day still takes.
 */
export function studyOrder<T>(
  waiting: { learning: readonly T[]; review: readonly T[]; new: readonly T[] },
  left: Allowance,
): T[] {
  return [
    ...waiting.learning,
    ...waiting.review.slice(0, left.review),
    ...waiting.new.slice(0, left.new),
  ];
}
