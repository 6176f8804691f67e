import { breathe } from "@/lib/breathe";
import { recentDurations, reviewsOfDay } from "@/lib/db/study/tallies";
import { minutesFor } from "@/lib/domain/pace";
import { sumOfCounts, tally } from "@/lib/domain/queue";
import { studyDay } from "@/lib/domain/study-day";
import type { Context } from "@/lib/use-case/context";
import type { Today } from "@/lib/wire/topics";
import { studyQueue } from "./study-queue";
import { topicTree } from "./topics";
import { whatComes } from "./what-comes";

/** What there is to do now, what was done today, and how well each topic would be recalled. */
export async function today(context: Context): Promise<Today> {
  const { database, learner } = context;
  const { value: queue } = await studyQueue(context, { limit: 1 });
  // One after the other: the driver is synchronous, and grades pass in between.
  await breathe();
  const durations = await recentDurations(database.read, learner.id);
  const day = studyDay(queue.now, learner.scheduling);
  const done = tally(await reviewsOfDay(database.read, learner.id, day));
  const { nextDueAt } = await whatComes(context, queue.now, null);
  await breathe();
  const topics = await topicTree(context);
  return {
    ready: queue.items.length > 0,
    counts: queue.counts,
    heldBack: queue.heldBack,
    minutes: minutesFor(sumOfCounts(queue.counts), durations),
    answeredToday: done.answered,
    nextDueAt,
    topics,
    now: queue.now,
    zone: learner.scheduling.zone,
  };
}
