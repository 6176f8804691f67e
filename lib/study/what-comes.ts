import { nextWaiting, waitingCounts } from "@/lib/db/study/queue";
import { comesUpWithin, dueNextDay, sumOfCounts, withinLimits } from "@/lib/domain/queue";
import { startOfStudyDay, studyDay } from "@/lib/domain/study-day";
import type { Context } from "@/lib/use-case/context";
import type { Ahead } from "@/lib/wire/session";
import { leftOfDay, queueScope } from "./study-queue";

/** When the next seen question comes up, and how many do on the next study day. */
export async function whatComes(context: Context, now: Date, topic: string | null): Promise<Ahead> {
  const { read } = context.database;
  const rule = context.learner.scheduling;
  const { duePerDay } = rule;
  const today = studyDay(now, rule);
  const scope = queueScope(context, now, topic);
  const { endOfDay } = scope;
  const left = await leftOfDay(context, today);
  const next = await nextWaiting(read, scope);
  const times = next.flatMap(
    (one) => comesUpWithin(one, { rule, endOfDay, left, duePerDay }) ?? [],
  );
  const waiting = await waitingCounts(read, scope);
  const { heldBack } = withinLimits(waiting, left);
  const byNextDay = await waitingCounts(read, {
    ...scope,
    now: endOfDay,
    endOfDay: startOfStudyDay(today + 2, rule),
  });
  return {
    nextDueAt: times.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
    dueTomorrow: dueNextDay({ waiting, heldBack }, byNextDay, duePerDay),
  };
}

/** How many wait outside a scope that has so many, after the day's limits. */
export async function waitingElsewhere(context: Context, now: Date, here: number): Promise<number> {
  const { read } = context.database;
  const left = await leftOfDay(context, studyDay(now, context.learner.scheduling));
  const all = await waitingCounts(read, queueScope(context, now, null));
  return sumOfCounts(withinLimits(all, left).counts) - here;
}
