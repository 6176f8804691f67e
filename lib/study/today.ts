import { breathe } from "@/lib/breathe";
import { answersByDay, recentDurations } from "@/lib/db/study/tallies";
import { minutesFor } from "@/lib/domain/pace";
import { minutesByPace } from "@/lib/domain/plan-day";
import { type QueueCounts, sumOfCounts } from "@/lib/domain/queue";
import { groupsWithin } from "@/lib/domain/standing";
import type { Context } from "@/lib/use-case/context";
import type { Today } from "@/lib/wire/topics";
import { waitingOf } from "./chosen-questions";
import { type DaySoFar, daySoFar } from "./day-so-far";
import { topicTreeOn } from "./topics";
import { isEnough, weakAreasOn } from "./weak-areas";
import { whatComes } from "./what-comes";

/** So many are named where one glance is to do. */
const MOST_WORST = 3;

/** What there is to do now, what was done today, and how well each topic would be recalled. */
export async function today(context: Context): Promise<Today> {
  const { learner } = context;
  const day = await daySoFar(context);
  const groups = groupsWithin(day.standings, null);
  const { order, counts, heldBack } = waitingOf(groups, day, 1);
  const topics = await topicTreeOn(day, context);
  return {
    ready: order.length > 0,
    counts,
    heldBack,
    minutes: await minutesOf(day, counts, context),
    answeredToday: day.done.answered,
    interview: interviewOf(day),
    lastWeeks: await lastWeeks(day, context),
    ...whatComes(groups, day, learner),
    topics,
    worst: { areas: weakAreasOn(day, topics).slice(0, MOST_WORST), enough: isEnough(topics) },
    now: day.now,
    zone: learner.scheduling.zone,
  };
}

function interviewOf({ interview, recallDay, studyDay }: DaySoFar): Today["interview"] {
  if (!interview) return null;
  return { title: interview.title, at: interview.at, daysLeft: recallDay - studyDay };
}

const WEEKS = 4;

/** A week at a time: others work between. */
async function lastWeeks({ studyDay }: DaySoFar, { database, learner }: Context) {
  const days: number[] = [];
  for (let weeks = WEEKS; weeks > 0; weeks -= 1) {
    const from = studyDay + 1 - 7 * weeks;
    const answers = await answersByDay(database.read, learner.id, { from, to: from + 6 });
    for (let day = from; day < from + 7; day += 1) days.push(answers.get(day) ?? 0);
    await breathe();
  }
  return days;
}

/** What some questions will take: each by its kind where there is a plan, which counts on it. */
async function minutesOf(
  { plan }: DaySoFar,
  counts: QueueCounts,
  { database, learner }: Context,
): Promise<Today["minutes"]> {
  if (plan) return minutesByPace(counts, plan.rules.pace);
  return minutesFor(sumOfCounts(counts), await recentDurations(database.read, learner.id));
}
