import { recallPercent } from "./topic";

/** What so many minutes a day lead to, 0–1. */
export type Reached = { minutes: number; readiness: number };

/** Shares that are worth more minutes a day. */
const AIMS = [0.85, 0.9, 0.95];
const WORTH_NAMING = 0.05;
const LITTLE = 0.02;

/**
 * How many more minutes a day reach the next aim, between those that were tried; or where none is in
 * reach, what the most that was tried makes of it. Null where more minutes change little.
 */
export function moreMinutes(tried: readonly Reached[]): Reached | null {
  const [now, ...more] = tried;
  const most = more.at(-1);
  if (!now || !most || most.readiness - now.readiness < LITTLE) return null;
  const aim = AIMS.find((share) => share >= now.readiness + WORTH_NAMING) ?? 1;
  for (const [i, reached] of more.entries()) {
    if (reached.readiness < aim) continue;
    const before = tried[i] ?? now;
    const part = (aim - before.readiness) / (reached.readiness - before.readiness);
    const needed = before.minutes + part * (reached.minutes - before.minutes);
    return { minutes: Math.max(1, Math.ceil(needed - now.minutes)), readiness: aim };
  }
  return { minutes: most.minutes - now.minutes, readiness: most.readiness };
}

/**
 * `At 20 minutes a day you will recall about 74 % of Security on the 12th; 9 more minutes a day make it
 * 85 %.` `of` is what it is of, `when` when that is.
 */
export function planSentence(tried: readonly Reached[], of: string, when: string): string {
  const [now] = tried;
  if (!now) return "";
  const more = moreMinutes(tried);
  const reaches = `At ${minutes(now.minutes)} a day you will recall about ${recallPercent(now.readiness)}\u00a0% of ${of} ${when}`;
  if (more === null) return `${reaches}; more minutes a day change little.`;
  const makes =
    more.minutes === 1 ? "1 more minute a day makes" : `${more.minutes} more minutes a day make`;
  return `${reaches}; ${makes} it ${recallPercent(more.readiness)}\u00a0%.`;
}

function minutes(count: number): string {
  return count === 1 ? "1 minute" : `${count} minutes`;
}
