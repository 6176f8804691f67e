import { type Memory, NEW_MEMORY, type SeenMemory } from "./memory";
import type { Rating } from "./rating";
import { daysUntilRecall, remember } from "./schedule";
import { addDays } from "./study-day";

/** A review as the log holds it: what was graded, and what it decided at the time. */
export type LoggedReview = {
  id: string;
  rating: Rating;
  /** False for practice, which leaves the schedule alone. */
  counts: boolean;
  countedAt: Date;
  studyDay: number;
  undone: boolean;
  /** The recall that it wanted to come back at. */
  desiredRetention: number;
  given: {
    phase: SeenMemory["phase"];
    step: number;
    dueAt: Date;
    /** Which review of its question it was, by what was known then; null where that was not kept. */
    reps: number | null;
  } | null;
};

/**
 * The memory that a question's reviews add up to; the one truth behind undo, late reviews and
 * repair. Stability, difficulty, reps and lapses are folded from ratings and differences of stored
 * study days; phase, step and due date are the last review's own decision, but that it is due sooner
 * where others have come before it since and recall won't last as long. So it reads no clock, and a
 * later change of zone, rollover, steps or desired retention changes nothing of the past.
 */
export function replay(
  log: readonly LoggedReview[],
  weights: readonly number[],
  resetAt: Date | null = null,
): Memory {
  return log
    .filter((review) => review.counts && !review.undone)
    .filter((review) => resetAt === null || review.countedAt > resetAt)
    .toSorted(byCountedTime)
    .reduce<Memory>((memory, review) => apply(memory, review, weights), NEW_MEMORY);
}

/** The order in which reviews count: by time, then by id. */
export function byCountedTime(
  a: { countedAt: Date; id: string },
  b: { countedAt: Date; id: string },
): number {
  const gap = a.countedAt.getTime() - b.countedAt.getTime();
  if (gap !== 0) return gap;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function apply(memory: Memory, review: LoggedReview, weights: readonly number[]): Memory {
  const { rating, countedAt: at, studyDay, given } = review;
  if (!given) throw new Error(`Review ${review.id} counts but decided nothing`);
  const after = remember(memory, { rating, at, studyDay }, weights);
  const decidedOnThis = (given.reps ?? after.reps) === after.reps;
  const lasts = decidedOnThis
    ? given.dueAt
    : addDays(at, daysUntilRecall(review.desiredRetention, after.stability, weights));
  const dueAt = lasts < given.dueAt ? lasts : given.dueAt;
  return { ...after, phase: given.phase, step: given.step, dueAt };
}
