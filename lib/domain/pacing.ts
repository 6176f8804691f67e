/**
 * Of the time to an interview, this much is for meeting new questions, and the rest to keep them. At
 * 70 % nearly all of a simulated learner's questions were seen with time to come back to them.
 */
const TIME_FOR_NEW = 0.7;

/** The study days of a preparation. */
export type Preparation = {
  /** The study day on which it began. */
  from: number;
  /** The study day of the interview: nothing is planned for it. */
  until: number;
  /** Days of the week with time for it: 1 for Monday to 7. */
  days: readonly number[];
};

/** Whether anything is planned for a study day. */
export function isPlanned(day: number, { until, days }: Pick<Preparation, "until" | "days">) {
  return day < until && days.includes(weekdayOf(day));
}

/** The study days that something is planned for, from one on. */
export function plannedDays(from: number, plan: Pick<Preparation, "until" | "days">): number[] {
  const all = Array.from({ length: Math.max(0, plan.until - from) }, (_, i) => from + i);
  return all.filter((day) => isPlanned(day, plan));
}

/** Monday 1 to Sunday 7; the first study day of all, 1970-01-01, was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The last study day on which new questions are paced: all that can be seen are seen by its end. */
export function lastDayForNew(preparation: Preparation): number {
  const all = plannedDays(preparation.from, preparation);
  return all[Math.max(1, Math.floor(all.length * TIME_FOR_NEW)) - 1] ?? preparation.from;
}

/**
 * How many new questions a day is for: as many on each day that is left for them, so that a day missed
 * is spread over the others. After the last of these days, all that there are.
 */
export function newOfDay(unseen: number, day: number, preparation: Preparation): number {
  const last = lastDayForNew(preparation);
  const left = plannedDays(day, preparation).filter((later) => later <= last).length;
  return left === 0 ? unseen : Math.ceil(unseen / left);
}
