import type { Collection } from "./collection";
import { gainOfReview } from "./gain";
import { memoryAt } from "./kept-plan";
import type { MemoryModel } from "./memory-model";
import { costsOf, type PlanRules } from "./plan-day";

/** The last days before an interview: those on which it is said when to stop. */
const LAST_DAYS = 2;
const TEN_MINUTES_MS = 600_000;
const BLOCKS = 12;
/** Where a review makes a question this much likelier to be recalled, the minutes are better slept. */
const LITTLE = 0.05;

/** Whether a study day is one of the last two before the interview. */
export function isLastDay(day: number, until: number): boolean {
  return day < until && until - day <= LAST_DAYS;
}

/**
 * What a review gains in the next ten minutes, in the ten after them and so on for two hours: how much
 * likelier its question is recalled at the interview, 0–1, in the mean, where each minute goes to what
 * gains most by it; 0 where nothing is left to review.
 */
export function gainsOfMinutes(
  collection: Collection,
  { until, pace }: Pick<PlanRules, "until" | "pace">,
  day: number,
  model: MemoryModel,
): number[] {
  const { stability, importance } = collection;
  const gains: { gain: number; weighed: number }[] = [];
  for (let at = 0; at < stability.length; at += 1) {
    const memory = memoryAt(collection, at);
    if (memory.stability === 0 || memory.lastDay >= day) continue;
    const gain = Math.max(0, gainOfReview(model, memory, { day, until }));
    gains.push({ gain, weighed: gain * (importance[at] ?? 0) });
  }
  gains.sort((a, b) => b.weighed - a.weighed);
  const each = Math.max(1, Math.round(TEN_MINUTES_MS / costsOf(pace).review));
  return Array.from({ length: BLOCKS }, (_, i) => {
    const block = gains.slice(i * each, (i + 1) * each);
    return block.reduce((sum, { gain }) => sum + gain, 0) / Math.max(block.length, 1);
  });
}

/** What is said on the last two days: what the next minutes are worth, and when to stop. */
export function lastMinutesText(gains: readonly number[]): string {
  const stop = gains.findIndex((gain) => gain < LITTLE);
  if (stop === 0)
    return "A review now would make its question less than 5 points likelier to be recalled. Sleep is worth more now.";
  const points = Math.round(100 * (gains[0] ?? 0));
  const next = `A review in the next ten minutes makes its question about ${points} points likelier to be recalled.`;
  if (stop === -1) return `${next} So do many after it; keep a night's sleep all the same.`;
  return `${next} After ${stop * 10} minutes it is less than 5: sleep is worth more then.`;
}
