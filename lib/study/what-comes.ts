import { dueNextDay, sumOfCounts, withinLimits } from "@/lib/domain/queue";
import { type Group, groupsWithin } from "@/lib/domain/standing";
import { nextUpIn, waitingIn, waitingNextDayIn } from "@/lib/domain/waiting";
import type { Context } from "@/lib/use-case/context";
import type { Ahead } from "@/lib/wire/session";
import type { DaySoFar } from "./day-so-far";

/** When the next of some questions comes up, and how many do on the next study day. */
export function whatComes(
  groups: readonly Group[],
  day: DaySoFar,
  { scheduling: rule }: Context["learner"],
): Ahead {
  const { endOfDay, left } = day;
  const { duePerDay } = rule;
  const waiting = waitingIn(groups, day);
  const { heldBack } = withinLimits(waiting, left);
  return {
    nextDueAt: nextUpIn(groups, { rule, endOfDay, left, duePerDay }),
    dueTomorrow: dueNextDay({ waiting, heldBack }, waitingNextDayIn(groups, day), duePerDay),
  };
}

/** How many wait outside a scope that has so many, after the day's limits. */
export function waitingElsewhere(day: DaySoFar, here: number): number {
  const all = waitingIn(groupsWithin(day.standings, null), day);
  return sumOfCounts(withinLimits(all, day.left).counts) - here;
}
