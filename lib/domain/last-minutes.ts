import type { Collection } from "./collection";
import { gainOfReview } from "./gain";
import { memoryAt } from "./kept-plan";
import type { MemoryModel } from "./memory-model";
import { costsOf, type PlanRules } from "./plan-day";

/** The last days before an interview: those on which it is said when to stop. */
const LAST_DAYS = 2;
const TEN_MINUTES_MS = 600_000;
const BLOCKS = 12;
/** Half a point of readiness for ten minutes is less than what sleep does for it. */
const LITTLE = 0.005;

/** Whether a study day is one of the last two before the interview. */
export function isLastDay(day: number, until: number): boolean {
  return day < until && until - day <= LAST_DAYS;
}

/**
 * What the next ten minutes gain, the ten after them and so on for two hours: readiness, 0–1, where
 * each minute goes to what gains most by it.
 */
export function gainsOfMinutes(
  collection: Collection,
  { until, pace }: Pick<PlanRules, "until" | "pace">,
  day: number,
  model: MemoryModel,
): number[] {
  const costMs = costsOf(pace).review;
  const { stability, importance } = collection;
  const gains: number[] = [];
  let weight = 0;
  for (let at = 0; at < stability.length; at += 1) {
    const matters = importance[at] ?? 0;
    weight += matters;
    const memory = memoryAt(collection, at);
    if (memory.stability === 0 || memory.lastDay >= day) continue;
    gains.push(matters * Math.max(0, gainOfReview(model, memory, { day, until })));
  }
  gains.sort((a, b) => b - a);
  const each = Math.max(1, Math.round(TEN_MINUTES_MS / costMs));
  return Array.from({ length: BLOCKS }, (_, i) => {
    const block = gains.slice(i * each, (i + 1) * each);
    return block.reduce((sum, gain) => sum + gain, 0) / Math.max(weight, 1);
  });
}

/** What is said on the last two days: what the next minutes are worth, and when to stop. */
export function lastMinutesText(gains: readonly number[]): string {
  const stop = gains.findIndex((gain) => gain < LITTLE);
  if (stop === 0)
    return "Ten more minutes would gain less than half a point of what you will recall. Sleep is worth more now.";
  const next = `The next ten minutes gain about ${points(gains[0] ?? 0)} of what you will recall.`;
  if (stop === -1) return `${next} So do many after them; keep a night's sleep all the same.`;
  return `${next} After ${stop * 10} minutes ten more gain less than half a point: sleep is worth more then.`;
}

function points(gain: number): string {
  const rounded = Math.round(gain * 1000) / 10;
  return rounded === 1 ? "1 point" : `${rounded} points`;
}
