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
 * What to study, in order: due learning steps, then due reviews, then new questions, no more of the
 * last two than the day still takes. Within each, two questions of one topic follow each other only
 * when no other topic has one left.
 */
export function studyOrder<T extends { topic: string }>(
  waiting: { learning: readonly T[]; review: readonly T[]; new: readonly T[] },
  left: Allowance,
): T[] {
  return [
    ...parted(waiting.learning),
    ...parted(waiting.review.slice(0, left.review)),
    ...parted(waiting.new.slice(0, left.new)),
  ];
}

/** Each time the first of another topic than the last; so the order changes no more than it must. */
function parted<T extends { topic: string }>(items: readonly T[]): T[] {
  const left = [...items];
  const order: T[] = [];
  while (left.length > 0) {
    const last = order.at(-1)?.topic;
    const other = left.findIndex(({ topic }) => topic !== last);
    order.push(...left.splice(Math.max(0, other), 1));
  }
  return order;
}
