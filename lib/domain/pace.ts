import type { Phase } from "./memory";
import type { QueueCounts } from "./queue";

const ENOUGH_ANSWERS = 10;
/** An answer that took longer had a break in it. */
export const LONGEST_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

/**
 * Minutes that questions will take, by the median of how long the last answers took; a minute each
 * when there are too few to say. Answers of over ten minutes are breaks, and count as ten.
 */
export function minutesFor(
  questions: number,
  durationsMs: readonly number[],
): { minutes: number; answers: number } {
  const { ms, answers } = medianOf(durationsMs);
  return { minutes: Math.max(1, Math.round((questions * ms) / MINUTE_MS)), answers };
}

/**
 * How long an answer takes a learner, in ms, by what the question was before, and on how many answers
 * each rests; 0 for a minute, for want of any.
 */
export type Pace = Record<keyof QueueCounts, { ms: number; answers: number }>;

/** A learner's pace by their last answers. */
export function paceOf(answers: readonly { phaseBefore: Phase; durationMs: number }[]): Pace {
  const of = (...phases: Phase[]) =>
    medianOf(
      answers.flatMap(({ phaseBefore, durationMs }) =>
        phases.includes(phaseBefore) ? [durationMs] : [],
      ),
    );
  return { new: of("new"), learning: of("learning", "relearning"), review: of("review") };
}

function medianOf(durationsMs: readonly number[]): { ms: number; answers: number } {
  if (durationsMs.length < ENOUGH_ANSWERS) return { ms: MINUTE_MS, answers: 0 };
  const sorted = durationsMs.map((ms) => Math.min(ms, LONGEST_MS)).toSorted((a, b) => a - b);
  return { ms: sorted[Math.floor(sorted.length / 2)] ?? MINUTE_MS, answers: durationsMs.length };
}
