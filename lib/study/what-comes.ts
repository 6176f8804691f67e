import { besidesIn } from "@/lib/domain/ahead";
import { dueNextDay, sumOfCounts, withinLimits } from "@/lib/domain/queue";
import { type Group, groupsWithin } from "@/lib/domain/standing";
import { nextUpIn, waitingIn, waitingNextDayIn } from "@/lib/domain/waiting";
import type { Context } from "@/lib/use-case/context";
import type { Ahead } from "@/lib/wire/session";
import type { DaySoFar } from "./day-so-far";

/** What comes of some questions when none of them waits, and what there is to go on with. */
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
    ...besidesIn(groups, day),
    dueTomorrow: dueNextDay({ waiting, heldBack }, waitingNextDayIn(groups, day), duePerDay),
  };
}

/** How many wait outside a scope that has so many, after the day's limits. */
export function waitingElsewhere(day: DaySoFar, here: number): number {
  const all = waitingIn(groupsWithin(day.standings, null), day);
  return sumOfCounts(withinLimits(all, day.left).counts) - here;
}
