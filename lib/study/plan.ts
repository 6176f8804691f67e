import { z } from "zod";
import { writePlanOrder } from "@/lib/db/study/plans";
import { answersBefore } from "@/lib/db/study/tallies";
import { titlesByPath } from "@/lib/db/topics";
import { habitsOf } from "@/lib/domain/habits";
import { importanceIn, type Interview } from "@/lib/domain/interview";
import { isLastDay } from "@/lib/domain/last-minutes";
import { minutesByPace } from "@/lib/domain/plan-day";
import { planSentence } from "@/lib/domain/plan-sentence";
import type { DayPlan } from "@/lib/domain/planned";
import { rangeOf, readinessOf } from "@/lib/domain/readiness";
import type { PlanSeen, Simulated, Simulation } from "@/lib/domain/simulate";
import { groupsWithin, type Standings } from "@/lib/domain/standing";
import { spokenSoon } from "@/lib/domain/spoken-time";
import { studyDayText } from "@/lib/domain/study-day";
import { sumOfFigures } from "@/lib/domain/topic";
import { simulateInWorker } from "@/lib/jobs/simulate-in-worker";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { type Failure, notFound } from "@/lib/use-case/failure";
import type { PlanDayView, PlanView } from "@/lib/wire/plan";
import { waitingOf } from "./chosen-questions";
import { collectionOf } from "./collection-of";
import { type DaySoFar, daySoFar } from "./day-so-far";
import { topicTreeOn } from "./topics";

export const PlanQuery = z.object({});
export type PlanQuery = z.infer<typeof PlanQuery>;

/** What is planned until the interview that is prepared for, and what it leads to. */
export async function plan(
  context: Context,
  _query: PlanQuery,
): Promise<Result<PlanView, Failure>> {
  const day = await daySoFar(context);
  const { interview, plan: planned } = day;
  if (!interview || !planned) return err(notFound("No interview is prepared for."));
  const seen = await seenForward(day, planned, context);
  if (!seen) return err({ kind: "busy", detail: "Seeing the plan forward took too long." });
  return ok(await viewOf({ ...day, interview }, planned, seen, context));
}

/** Minutes a day that are tried, as multiples of those that there are. */
const TRIED = [1, 1.5, 2, 3];
const MOST_MINUTES = 720;
/** So many questions are seen forward in all; a few hundred often, ten thousand a few times. */
const QUESTIONS_SEEN = 15_000;
const RUNS = { least: 2, most: 40 };

type Seen = PlanSeen & { topics: string[] };

/** The same until a question, the interview or the day changes: nobody waits for it twice. */
const known = new WeakMap<Standings, { key: string; seen: Promise<Seen | null> }>();

function seenForward(day: DaySoFar, planned: DayPlan, context: Context): Promise<Seen | null> {
  const { rules } = planned;
  const key = JSON.stringify([
    rules,
    day.interview?.topics,
    day.studyDay,
    day.spentMs,
    day.weights,
  ]);
  const before = known.get(day.standings);
  if (before?.key === key) return before.seen;
  const seen = seeForward(day, planned, context);
  known.set(day.standings, { key, seen });
  // What failed is tried again.
  seen.catch(() => known.delete(day.standings));
  return seen;
}

async function seeForward(
  day: DaySoFar,
  { rules, importanceOf }: DayPlan,
  { database, learner }: Context,
): Promise<Seen | null> {
  const { collection, topics } = await collectionOf(day, { rules, importanceOf });
  const questions = Math.max(1, collection.stability.length);
  const simulation: Simulation = {
    collection,
    keeping: {
      rules,
      weights: [...day.weights],
      settings: {
        desiredRetention: learner.scheduling.desiredRetention,
        maximumIntervalDays: learner.scheduling.maximumIntervalDays,
      },
      today: { day: day.studyDay, spentMs: day.spentMs, newStarted: day.done.newStarted },
    },
    habits: habitsOf(await answersBefore(database.readPlainly, learner.id, day.studyDay)),
    minutes: triedMinutes(rules.minutesPerDay),
    runs: Math.min(RUNS.most, Math.max(RUNS.least, Math.round(QUESTIONS_SEEN / questions))),
    seed: day.studyDay,
  };
  const seen = await simulateInWorker(simulation);
  return seen && { ...seen, topics };
}

function triedMinutes(minutesPerDay: number): number[] {
  const tried = TRIED.map((times) => Math.min(MOST_MINUTES, Math.round(times * minutesPerDay)));
  return [...new Set(tried)];
}

type Ahead = DaySoFar & { interview: Interview };

async function viewOf(
  day: Ahead,
  { rules }: DayPlan,
  { plans, lastMinutes, topics }: Seen,
  context: Context,
): Promise<PlanView> {
  const { interview, studyDay } = day;
  const [kept] = plans;
  const reached = plans.map((tried) => ({
    minutes: tried.minutesPerDay,
    readiness: rangeOf(tried.reaches, tried.between).readiness,
  }));
  const { zone } = context.learner.scheduling;
  const when = `on ${spokenSoon(interview.at, day.now, zone)}`;
  const pace = rules.pace;
  return {
    days: kept ? daysOf(day, kept) : [],
    leftOut: kept ? await leftOutOf(kept, topics, context) : [],
    reaches: kept ? rangeOf(kept.reaches, kept.between) : NOTHING,
    asThingsStand: readinessOf(sumOfFigures(await topicTreeOn(day, context))) ?? NOTHING,
    sentence: planSentence(reached, await nameOf(day, context), when),
    order: rules.order,
    paceRestsOn: {
      new: pace.new.answers,
      learning: pace.learning.answers,
      review: pace.review.answers,
    },
    gap: kept?.gap ?? null,
    lastMinutes: isLastDay(studyDay, rules.until) ? lastMinutes : [],
  };
}

const NOTHING = { readiness: 0, low: 0, high: 0 };

/** Today is what its session has left; the days after it are the means of what was seen. */
function daysOf(day: Ahead, { days }: Simulated): PlanDayView[] {
  const { studyDay, recallDay, plan: planned } = day;
  const seen = new Map(days.map((one) => [one.day, one]));
  return Array.from({ length: Math.max(0, recallDay - studyDay) }, (_, i) => {
    if (i === 0 && planned) return todayOf(day, planned);
    const one = seen.get(studyDay + i) ?? { minutes: 0, due: 0, new: 0 };
    return {
      studyDay: studyDayText(studyDay + i),
      minutes: Math.round(one.minutes),
      due: Math.round(one.due),
      new: Math.round(one.new),
    };
  });
}

function todayOf(day: Ahead, { rules }: DayPlan): PlanDayView {
  const { counts } = waitingOf(groupsWithin(day.standings, null), day, 1);
  const due = counts.review + counts.learning;
  const minutes = due + counts.new === 0 ? 0 : minutesByPace(counts, rules.pace).minutes;
  return { studyDay: studyDayText(day.studyDay), minutes, due, new: counts.new };
}

/** By topmost topics: what matters less than others in one is among it. */
async function leftOutOf(
  { unseen }: Simulated,
  topics: readonly string[],
  { database }: Context,
): Promise<PlanView["leftOut"]> {
  const sums = new Map<string, number>();
  for (const [i, path] of topics.entries()) {
    const [topmost = path] = path.split("/");
    sums.set(topmost, (sums.get(topmost) ?? 0) + (unseen[i] ?? 0));
  }
  const left = [...sums]
    .map(([topic, questions]) => ({ topic, questions: Math.round(questions) }))
    .filter(({ questions }) => questions > 0)
    .toSorted((a, b) => b.questions - a.questions);
  const titles = await titlesByPath(
    database.read,
    left.map(({ topic }) => topic),
  );
  return left.map((one) => ({ ...one, titles: titles.get(one.topic) ?? [one.topic] }));
}

/** The one topic that matters, by its title; else all questions. */
async function nameOf({ standings, interview }: Ahead, { database }: Context): Promise<string> {
  const importanceOf = importanceIn(interview.topics);
  const topmost = new Set(
    [...standings.keys()]
      .filter((path) => importanceOf(path) > 0)
      .map((path) => path.split("/")[0] ?? path),
  );
  const [only] = topmost;
  if (topmost.size !== 1 || only === undefined) return "your questions";
  const titles = await titlesByPath(database.read, [only]);
  return titles.get(only)?.[0] ?? "your questions";
}

/** Puts the reviews of a planned day into another order. */
export async function setPlanOrder(
  { database, learner, clock }: Context,
  order: string,
): Promise<void> {
  const { interview } = await daySoFar({ database, learner, clock });
  if (!interview) return;
  await database.write((tx) => writePlanOrder(tx, interview.id, order === "due" ? "due" : "gain"));
}
