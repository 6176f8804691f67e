import { recentDurations } from "@/lib/db/study/tallies";
import { minutesFor } from "@/lib/domain/pace";
import { sumOfCounts } from "@/lib/domain/queue";
import { groupsWithin } from "@/lib/domain/standing";
import type { Context } from "@/lib/use-case/context";
import type { Today } from "@/lib/wire/topics";
import { waitingOf } from "./chosen-questions";
import { daySoFar } from "./day-so-far";

import { topicTreeOn } from "./topics";
import { whatComes } from "./what-comes";

/** What there is to do now, what was done today, and how well each topic would be recalled. */
export async function today(context: Context): Promise<Today> {
  const { database, learner } = context;
  const day = await daySoFar(context);
  const groups = groupsWithin(day.standings, null);
  const { order, counts, heldBack } = waitingOf(groups, day, 1);
  const durations = await recentDurations(database.read, learner.id);
  return {
    ready: order.length > 0,
    counts,
    heldBack,
    minutes: minutesFor(sumOfCounts(counts), durations),
    answeredToday: day.done.answered,
    ...whatComes(groups, day, learner),
    topics: await topicTreeOn(day, context),
    now: day.now,
    zone: learner.scheduling.zone,
  };
}
