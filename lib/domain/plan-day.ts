import { gainOfReview } from "./gain";
import type { MemoryModel, Strength } from "./memory-model";
import type { Pace } from "./pace";
import { isPlanned, lastDayForNew, newOfDay, type Preparation } from "./pacing";
import type { Allowance, QueueCounts } from "./queue";

/** How reviews follow each other: by what a minute of them gains at the interview, or by when they are due. */
export type PlanOrder = "gain" | "due";

/** What a plan goes by. */
export type PlanRules = Preparation & { minutesPerDay: number; order: PlanOrder; pace: Pace };

const MINUTE_MS = 60_000;

/**
 * Until the day by which all are to be seen, new questions take at most this share of a day's minutes:
 * where time is short, what was seen would be forgotten else (`npm run bench -- deadline`).
 */
const MINUTES_FOR_NEW = 0.8;

/** Of first grades a third are Again or Hard, and of reviews a tenth Again: a step follows the same day. */
const STEPS_AFTER = { new: 1 / 3, review: 0.1 };

/** Desired retention is raised to this at most until a day's minutes are used: above, a review gains little. */
const HIGHEST_RETENTION = 0.97;

/** What a question takes of a day, in ms, with the steps that follow it. */
export function costsOf(pace: Pace): { new: number; learning: number; review: number } {
  return {
    new: pace.new.ms + STEPS_AFTER.new * pace.learning.ms,
    learning: pace.learning.ms,
    review: pace.review.ms + STEPS_AFTER.review * pace.learning.ms,
  };
}

/** Minutes that questions will take by a learner's pace, and on how many answers that rests. */
export function minutesByPace(
  counts: QueueCounts,
  pace: Pace,
): { minutes: number; answers: number } {
  const costs = costsOf(pace);
  const kinds = ["new", "learning", "review"] as const;
  const ms = kinds.reduce((sum, kind) => sum + counts[kind] * costs[kind], 0);
  const answers = kinds.reduce((sum, kind) => sum + pace[kind].answers, 0);
  return { minutes: Math.max(1, Math.round(ms / MINUTE_MS)), answers };
}

/** What a day so far has used, and what of it can't wait. */
export type DayUsed = { spentMs: number; newStarted: number; steps: number };

/**
 * How many new questions and reviews a day still takes: the new ones that are paced for it, and
 * reviews until its minutes are used, none of both on a day off. It goes over by half a question at most.
 */
export function allowanceOfPlan(
  rules: PlanRules,
  day: number,
  unseen: number,
  used: DayUsed,
): Allowance {
  if (!isPlanned(day, rules)) return { new: 0, review: 0 };
  const costs = costsOf(rules.pace);
  const minutesMs = rules.minutesPerDay * MINUTE_MS;
  const leftMs = minutesMs - used.spentMs - used.steps * costs.learning;
  const isPaced = day <= lastDayForNew(rules);
  const paced = newOfDay(unseen + used.newStarted, day, rules);
  const most = isPaced ? Math.max(1, fitting(MINUTES_FOR_NEW * minutesMs, costs.new)) : Infinity;
  const wanted = Math.min(paced, most) - used.newStarted;
  const fresh = Math.max(0, Math.min(wanted, unseen, fitting(leftMs, costs.new)));
  return { new: fresh, review: fitting(leftMs - fresh * costs.new, costs.review) };
}

/** To the nearest: less than half a question over. */
function fitting(leftMs: number, costMs: number): number {
  return Math.max(0, Math.round(leftMs / costMs));
}

/** A seen question, as far as a plan goes by it; days are study days. */
export type Planned = Strength & { lastDay: number; dueDay: number };

/** What the order of a day's reviews goes by: `until` is the study day of the interview. */
export type Ranking = { order: PlanOrder; until: number; stepShare: number };

/** What a step that follows a review takes, as a share of the review, in hundredths. */
export function stepShareOf({ learning, review }: Pace): number {
  return Math.round((100 * learning.ms) / Math.max(1, review.ms)) / 100;
}

/**
 * Where a review stands among those of a day, the least first; null where it isn't one of them: it
 * was graded that day, or is neither due nor would be under the highest desired retention.
 */
export function rankOnDay(
  question: Planned,
  { order, until, stepShare }: Ranking,
  day: number,
  model: MemoryModel,
): number | null {
  const { lastDay, dueDay, stability } = question;
  if (lastDay >= day) return null;
  const recall = model.recall(day - lastDay, stability);
  if (dueDay > day && recall > HIGHEST_RETENTION) return null;
  // Those due by when they were, before any that isn't: those by how soon they are forgotten.
  if (order === "due") return dueDay <= day ? dueDay - day - 1 : recall;
  const cost = 1 + (1 - recall) * stepShare;
  return -gainOfReview(model, question, { day, until }) / cost;
}
