const ENOUGH_ANSWERS = 10;
const LONGEST_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

/**
 * Minutes that questions will take, by the median of how long the last answers took; a minute each
 * when there are too few to say. Answers of over ten minutes are breaks, and count as ten.
 */
export function minutesFor(
  questions: number,
  durationsMs: readonly number[],
): { minutes: number; answers: number } {
  const enough = durationsMs.length >= ENOUGH_ANSWERS;
  const sorted = durationsMs.map((ms) => Math.min(ms, LONGEST_MS)).toSorted((a, b) => a - b);
  const each = enough ? (sorted[Math.floor(sorted.length / 2)] ?? MINUTE_MS) : MINUTE_MS;
  return {
    minutes: Math.max(1, Math.round((questions * each) / MINUTE_MS)),
    answers: enough ? durationsMs.length : 0,
  };
}
