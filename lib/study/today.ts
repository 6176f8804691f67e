import { breathe } from "@/lib/breathe";
import { recentDurations, tallyOfDay } from "@/lib/db/study/tallies";
import { studyDay } from "@/lib/domain/study-day";
import { minutesFor } from "@/lib/domain/pace";
import type { Context } from "@/lib/use-case/context";
import type { Today } from "@/lib/wire/topics";
import { whatComes } from "./session";
import { studyQueue } from "./study-queue";
import { topicTree } from "./topics";

/** What there is to do now, what was done today, and how well each topic would be recalled. */
export async function today(context: Context): Promise<Today> {
  const { database, learner } = context;
  const { value: queue } = await studyQueue(context, { limit: 1 });
  const { new: unseen, learning, review } = queue.counts;
  // One after the other: the driver is synchronous, and grades pass in between.
  await breathe();
  const durations = await recentDurations(database.read, learner.id);
  const tally = await tallyOfDay(
    database.read,
    learner.id,
    studyDay(queue.now, learner.scheduling),
  );
  const comes = await whatComes(context, queue.now, null);
  await breathe();
  const topics = await topicTree(context);
  return {
    ready: queue.items.length > 0,
    counts: queue.counts,
    minutes: minutesFor(unseen + learning + review, durations),
    answeredToday: tally.answered,
    nextDueAt: comes.nextDueAt,
    topics,
    now: queue.now,
    zone: learner.scheduling.zone,
  };
}
