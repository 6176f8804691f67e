import { besidesIn } from "@/lib/domain/ahead";
import { plannedDays } from "@/lib/domain/pacing";
import { allowanceOfPlan } from "@/lib/domain/plan-day";
import { mattering } from "@/lib/domain/planned";
import { dueNextDay, sumOfCounts } from "@/lib/domain/queue";
import { type Group, groupsWithin } from "@/lib/domain/standing";
import { startOfStudyDay } from "@/lib/domain/study-day";
import { nextUpIn, waitingIn, waitingNextDayIn } from "@/lib/domain/waiting";
import type { Context } from "@/lib/use-case/context";
import type { Ahead } from "@/lib/wire/session";
import { limitedOf } from "./chosen-questions";
import type { DaySoFar } from "./day-so-far";

/** What comes of some questions when none of them waits, and what there is to go on with. */
export function whatComes(
  groups: readonly Group[],
  day: DaySoFar,
  learner: Context["learner"],
): Ahead {
  const duePerDay = reviewsTomorrow(day, learner);
  const waiting = waitingIn(groups, day);
  const { heldBack } = limitedOf(groups, day);
  return {
    nextDueAt: nextDueAt(groups, day, learner),
    ...besidesIn(groups, day),
    dueTomorrow: dueNextDay({ waiting, heldBack }, waitingNextDayIn(groups, day), duePerDay),
  };
}

/** When the next seen question comes up: under a plan not before its next day, steps but for these. */
function nextDueAt(
  groups: readonly Group[],
  { endOfDay, left, plan, studyDay }: DaySoFar,
  { scheduling: rule }: Context["learner"],
): Date | null {
  const duePerDay = plan ? 1 : rule.duePerDay;
  const next = nextUpIn(groups, { rule, endOfDay, left, duePerDay });
  if (!plan || next === null || next < endOfDay) return next;
  const [planned] = plannedDays(studyDay + 1, plan.rules);
  return planned === undefined ? next : startOfStudyDay(planned, rule);
}

/** How many reviews the next study day takes at most. */
function reviewsTomorrow(
  { plan, left, studyDay, ...day }: DaySoFar,
  { scheduling }: Context["learner"],
): number {
  if (!plan) return scheduling.duePerDay;
  const moment = { ...day, studyDay };
  const unseen = waitingIn(mattering([...day.standings.values()], plan), moment).new - left.new;
  const used = { spentMs: 0, newStarted: 0, steps: 0 };
  return allowanceOfPlan(plan.rules, studyDay + 1, unseen, used).review;
}

/** How many wait outside a scope that has so many, after the day's limits. */
export function waitingElsewhere(day: DaySoFar, here: number): number {
  return sumOfCounts(limitedOf(groupsWithin(day.standings, null), day).counts) - here;
}
