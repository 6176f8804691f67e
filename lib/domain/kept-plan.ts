import type { Collection } from "./collection";
import type { MemoryModel } from "./memory-model";
import { plannedDays } from "./pacing";
import { allowanceOfPlan, costsOf, type PlanRules, rankOnDay, stepShareOf } from "./plan-day";
import type { Rating } from "./rating";
import { daysUntilRecall } from "./schedule";
import type { ScheduleSettings } from "./settings";

/** What happened on a planned day. */
export type KeptDay = { day: number; minutes: number; due: number; new: number };

/** All that a plan is kept by. */
export type Keeping = {
  rules: PlanRules;
  model: MemoryModel;
  weights: readonly number[];
  settings: Pick<ScheduleSettings, "desiredRetention" | "maximumIntervalDays">;
  /** The first day, and what was done of it. */
  today: { day: number; spentMs: number; newStarted: number };
};

/** What comes of asking a question: the grade, and a note of it for whoever looks on. */
export type Answer = (at: number, day: number, isFirst: boolean) => Rating;

/**
 * Keeps a plan to its end, day by day but for those missed, and changes the collection by it: each day
 * its new questions, in the order in which they stand, and its reviews, in that of the plan.
 */
export function keepPlan(
  collection: Collection,
  keeping: Keeping,
  answer: Answer,
  isMissed: (day: number) => boolean = () => false,
): KeptDay[] {
  const { rules, today } = keeping;
  const unseen = unseenOf(collection);
  const costs = costsOf(rules.pace);
  const days: KeptDay[] = [];
  for (const day of plannedDays(today.day, rules)) {
    if (isMissed(day)) continue;
    const before = day === today.day ? today : NOTHING_DONE;
    const left = allowanceOfPlan(rules, day, unseen.length, { ...before, steps: 0 });
    const reviews = reviewsOf(collection, keeping, day, left.review);
    const fresh = unseen.splice(0, left.new);
    for (const at of reviews) noteGrade(collection, keeping, { at, day }, answer(at, day, false));
    for (const at of fresh) noteGrade(collection, keeping, { at, day }, answer(at, day, true));
    const ms = reviews.length * costs.review + fresh.length * costs.new;
    days.push({ day, minutes: ms / 60_000, due: reviews.length, new: fresh.length });
  }
  return days;
}

const NOTHING_DONE = { spentMs: 0, newStarted: 0 };

/** In the order in which they are met. */
function unseenOf({ stability, place }: Collection): number[] {
  const unseen: number[] = [];
  for (let at = 0; at < stability.length; at += 1) if (stability[at] === 0) unseen.push(at);
  return unseen.toSorted((a, b) => (place[a] ?? 0) - (place[b] ?? 0));
}

function reviewsOf(
  collection: Collection,
  { rules, model }: Keeping,
  day: number,
  most: number,
): number[] {
  const { stability, importance } = collection;
  if (most === 0) return [];
  const { order, until, pace } = rules;
  const ranking = { order, until, stepShare: stepShareOf(pace) };
  const ranked: { at: number; rank: number }[] = [];
  for (let at = 0; at < stability.length; at += 1) {
    if (stability[at] === 0) continue;
    const rank = rankOnDay(memoryAt(collection, at), ranking, day, model);
    if (rank === null) continue;
    ranked.push({ at, rank: order === "gain" ? rank * (importance[at] ?? 1) : rank });
  }
  ranked.sort((a, b) => a.rank - b.rank || a.at - b.at);
  return ranked.slice(0, most).map(({ at }) => at);
}

/** A question's memory in a collection. */
export function memoryAt({ stability, difficulty, lastDay, dueDay }: Collection, at: number) {
  return {
    stability: stability[at] ?? 0,
    difficulty: difficulty[at] ?? 0,
    lastDay: lastDay[at] ?? 0,
    dueDay: dueDay[at] ?? 0,
  };
}

/**
 * Notes a grade: what it leaves of the memory, and when the question is due. Again, and Hard at first,
 * lead to a step, by which it is set right the same day.
 */
export function noteGrade(
  collection: Collection,
  keeping: Pick<Keeping, "model" | "weights" | "settings">,
  { at, day }: { at: number; day: number },
  rating: Rating,
): void {
  const { model } = keeping;
  const memory = memoryAt(collection, at);
  const isFirst = memory.stability === 0;
  const left = isFirst ? model.first(rating) : model.after(memory, day - memory.lastDay, rating);
  const isStep = rating === 1 || (isFirst && rating === 2);
  write(collection, keeping, { at, day }, isStep ? model.after(left, 0, 3) : left);
}

function write(
  { stability, difficulty, lastDay, dueDay }: Collection,
  { settings, weights }: Pick<Keeping, "settings" | "weights">,
  { at, day }: { at: number; day: number },
  left: { stability: number; difficulty: number },
): void {
  const { desiredRetention, maximumIntervalDays } = settings;
  const interval = daysUntilRecall(desiredRetention, left.stability, weights);
  stability[at] = left.stability;
  difficulty[at] = left.difficulty;
  lastDay[at] = day;
  dueDay[at] = day + Math.min(interval, maximumIntervalDays);
}
