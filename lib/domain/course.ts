import type { Memory } from "./memory";
import type { Rating } from "./rating";
import { forgettingCurve, remember } from "./schedule";
import { startOfStudyDay } from "./study-day";

/** What readiness was on a study day past. */
export type PastReadiness = { studyDay: number; readiness: number };

/** A review, as far as a course looks at it. */
export type PastReview = { studyDay: number; rating: Rating };

const MOST_LOOKS = 10;

/**
 * The study days past that a course shows, the oldest first: today less so many weeks, or days where
 * it began less than two weeks ago. None before the first review was given.
 */
export function looksBack(firstDay: number, today: number): number[] {
  const step = today - firstDay >= 14 ? 7 : 1;
  const looks = Math.min(MOST_LOOKS, Math.floor((today - firstDay) / step));
  return Array.from({ length: looks }, (_, i) => today - step * (looks - i));
}

/**
 * How likely a question was recalled on `recallDay`, by what was known of it at the end of each of some
 * study days: 0 while it was not seen.
 */
export function recallAsKnown(
  reviews: readonly PastReview[],
  days: readonly number[],
  { recallDay, weights }: { recallDay: number; weights: readonly number[] },
): number[] {
  const { decay, factor } = forgettingCurve(weights);
  let memory: Memory = { phase: "new" };
  let next = 0;
  return days.map((day) => {
    for (let review = reviews[next]; review && review.studyDay <= day; review = reviews[next]) {
      const known = remember(memory, { ...review, at: NO_TIME }, weights);
      memory = { ...known, phase: "review", step: 0, dueAt: NO_TIME };
      next += 1;
    }
    if (memory.phase === "new") return 0;
    const passed = Math.max(0, recallDay - memory.lastStudyDay);
    return (1 + (factor * passed) / memory.stability) ** decay;
  });
}

/** Stability comes from study days alone. */
const NO_TIME = startOfStudyDay(0, { zone: "UTC", rolloverHour: 0 });
