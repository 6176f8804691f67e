import type { MemoryView } from "./memory";
import type { DailyLimits, StudyDayRule } from "./settings";
import { startOfStudyDay, studyDay } from "./study-day";

/** How many questions wait: never seen, in learning steps, and due for review. */
export type QueueCounts = { new: number; learning: number; review: number };

/** What was done on a study day: of what its limits are about, and answers in all. */
export type Tally = { newStarted: number; dueReviewed: number; answered: number };

/** How many questions of each kind: what today still takes, or what its limits hold back. */
export type Allowance = { new: number; review: number };

/** What a day holds back: its limits do, or the plan of an interview, which spreads it. */
export type HeldBack = Allowance & { byPlan?: true };

/** A review, as far as the day's limits go. */
export type LimitedReview = {
  counts: boolean;
  undone: boolean;
  studyDay: number;
  phaseBefore: string;
  /** The study day on which the question was due when it was graded; null where that was not kept. */
  dueDayBefore: number | null;
};

/**
 * Which of the day's limits a review uses up: that of new questions, that of due ones, or neither.
 * Steps were begun already, and a question that was not due yet takes nothing from those that are.
 */
export function limitUse(review: LimitedReview): "new" | "due" | null {
  const { counts, undone, phaseBefore, dueDayBefore } = review;
  if (!counts || undone) return null;
  if (phaseBefore === "new") return "new";
  const wasDue = dueDayBefore === null || dueDayBefore <= review.studyDay;
  return phaseBefore === "review" && wasDue ? "due" : null;
}

/** What the reviews of one study day come to, told by how many are alike. */
export function tally(all: readonly (LimitedReview & { reviews: number })[]): Tally {
  const done = { newStarted: 0, dueReviewed: 0, answered: 0 };
  for (const { reviews, ...alike } of all) {
    const use = limitUse(alike);
    if (use === "new") done.newStarted += reviews;
    if (use === "due") done.dueReviewed += reviews;
    if (alike.counts && !alike.undone) done.answered += reviews;
  }
  return done;
}

/** What the day's limits leave after what was done. */
export function allowance(limits: DailyLimits, done: Tally): Allowance {
  return {
    new: Math.max(0, limits.newPerDay - done.newStarted),
    review: Math.max(0, limits.duePerDay - done.dueReviewed),
  };
}

/** What of all that waits the day still takes, and what it holds back. Steps have no limit. */
export function withinLimits(
  waiting: QueueCounts,
  left: Allowance,
): { counts: QueueCounts; heldBack: Allowance } {
  const counts = {
    new: Math.min(waiting.new, left.new),
    learning: waiting.learning,
    review: Math.min(waiting.review, left.review),
  };
  const heldBack = { new: waiting.new - counts.new, review: waiting.review - counts.review };
  return { counts, heldBack };
}

/** How many of several wait together. */
export function sumOfQueues(all: readonly QueueCounts[]): QueueCounts {
  const sum = { new: 0, learning: 0, review: 0 };
  for (const { new: unseen, learning, review } of all) {
    sum.new += unseen;
    sum.learning += learning;
    sum.review += review;
  }
  return sum;
}

/** How many wait in all. */
export function sumOfCounts({ new: unseen, learning, review }: QueueCounts): number {
  return unseen + learning + review;
}

/** A question's memory, as far as it says whether the question waits. */
export type Waits = Pick<MemoryView, "state" | "dueAt" | "suspended" | "buriedUntil">;

/**
 * What a question of a document in use waits as on a study day, before its limits: null when it is
 * suspended, put off or not due. A review due later today waits already, and so does a step that
 * returns today.
 */
export function waitsAs(
  { state, dueAt, suspended, buriedUntil }: Waits,
  { now, endOfDay }: { now: Date; endOfDay: Date },
): keyof QueueCounts | null {
  // Of all questions at every request: numbers compare ten times as fast as dates.
  if (suspended || (buriedUntil && buriedUntil.getTime() > now.getTime())) return null;
  if (dueAt === null || state === "new") return "new";
  if (dueAt.getTime() >= endOfDay.getTime()) return null;
  return state === "review" ? "review" : "learning";
}

/**
 * When a seen question comes up again, whatever the limits: a step at its minute, a review with the
 * study day that it is due on, and neither while it is put off. Null for one suspended or new.
 */
export function comesUpAt(
  { state, dueAt, suspended, buriedUntil }: Waits,
  rule: StudyDayRule,
): Date | null {
  if (suspended || dueAt === null) return null;
  const due = state === "review" ? startOfStudyDay(studyDay(dueAt, rule), rule) : dueAt;
  return buriedUntil && buriedUntil > due ? buriedUntil : due;
}

/**
 * The same under the day's limits: a review that they hold back comes up with the next study day, and
 * never where no review a day is wanted.
 */
export function comesUpWithin(
  question: Waits,
  day: { rule: StudyDayRule; endOfDay: Date; left: Allowance; duePerDay: number },
): Date | null {
  const at = comesUpAt(question, day.rule);
  if (at === null || question.state !== "review") return at;
  if (day.duePerDay === 0) return null;
  return day.left.review === 0 && at < day.endOfDay ? day.endOfDay : at;
}

/**
 * How many come up on the next study day when all of today is done: steps, and of the reviews due by
 * then, those held back today among them, as many as a day takes.
 */
export function dueNextDay(
  today: { waiting: QueueCounts; heldBack: Allowance },
  byNextDay: QueueCounts,
  duePerDay: number,
): number {
  const steps = byNextDay.learning - today.waiting.learning;
  const doneToday = today.waiting.review - today.heldBack.review;
  return steps + Math.min(duePerDay, byNextDay.review - doneToday);
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
