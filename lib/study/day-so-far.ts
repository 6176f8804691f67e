import { inTurns } from "@/lib/breathe";
import { interviewAhead } from "@/lib/db/study/interviews";
import { reviewsOfDay, spentOnDay } from "@/lib/db/study/tallies";
import { besidesIn } from "@/lib/domain/ahead";
import { weaknessOf } from "@/lib/domain/causes";
import type { Interview } from "@/lib/domain/interview";
import { allowanceOfPlan } from "@/lib/domain/plan-day";
import { type DayPlan, mattering, rememberRanks } from "@/lib/domain/planned";
import { type Allowance, allowance, type Tally, tally } from "@/lib/domain/queue";
import { pointModelFitting } from "@/lib/domain/point-model";
import type { PointModel } from "@/lib/domain/point-recall";
import type { Moment } from "@/lib/domain/remembered";
import type { Standings } from "@/lib/domain/standing";
import { startOfStudyDay, studyDay } from "@/lib/domain/study-day";
import { figuresOf } from "@/lib/domain/topic-figures";
import { rememberWaiting, waitingIn } from "@/lib/domain/waiting";
import type { Context } from "@/lib/use-case/context";
import { planFor } from "./plan-for";

/**
 * A moment of a study day with what was done until then, what its limits or its plan leave of all
 * topics together, and how all questions stand. What counts from one says the same everywhere.
 */
export type DaySoFar = Moment & {
  /** What is prepared for; null without one, and once its time has come. */
  interview: Interview | null;
  /** By what this day's questions are chosen; null without an interview ahead: by the day's limits. */
  plan: DayPlan | null;
  done: Tally;
  /** Spent on answers of this day, in ms; 0 without a plan. */
  spentMs: number;
  left: Allowance;
  standings: Standings;
  /** How the learner's points come with their questions. */
  pointModel: PointModel;
};

/** Which interview recall is told for, and for when. */
export type ToldFor = { interview: Interview | null; at: Date };

/**
 * The learner's study day as it is now. Recall is told for the interview that is prepared for, and
 * without one for today; or for what is asked.
 */
export async function daySoFar(
  { database, clock, learner }: Context,
  asked?: ToldFor,
): Promise<DaySoFar> {
  const now = clock.now();
  const { scheduling } = learner;
  const today = studyDay(now, scheduling);
  const done = tally(await reviewsOfDay(database.read, learner.id, today));
  const interview = asked ? asked.interview : await interviewAhead(database.read, learner.id, now);
  const told = asked?.at ?? interview?.at;
  const plan = asked || !interview ? null : await planFor(interview, database, learner, today);
  const standings = await database.standings(learner.id);
  const day = {
    now,
    interview,
    plan,
    recallDay: told ? studyDay(told, scheduling) : today,
    studyDay: today,
    endOfDay: startOfStudyDay(today + 1, scheduling),
    endOfNextDay: startOfStudyDay(today + 2, scheduling),
    weights: scheduling.weights,
    done,
    spentMs: plan ? await spentOnDay(database.read, learner.id, today) : 0,
    left: allowance(scheduling, done),
    standings,
    pointModel: await pointModelOf(standings),
  };
  await remember(day, learner);
  return { ...day, left: leftOf(day) };
}

/** What the plan leaves of a day, or without one its limits. */
function leftOf({ plan, spentMs, ...day }: DaySoFar): Allowance {
  if (!plan) return day.left;
  const groups = [...day.standings.values()];
  const unseen = waitingIn(mattering(groups, plan), day).new;
  const steps = waitingIn(groups, day).learning;
  const used = { spentMs, newStarted: day.done.newStarted, steps };
  return allowanceOfPlan(plan.rules, day.studyDay, unseen, used);
}

async function pointModelOf(standings: Standings): Promise<PointModel> {
  const fitting = pointModelFitting([...standings.values()]);
  const pause = inTurns();
  for (;;) {
    const { done, value } = fitting.next();
    if (done) return value;
    await pause();
  }
}

/**
 * Makes what is remembered of all questions: where there are a hundred thousand, this takes seconds the
 * first time, and others work between. What was made before is found at once.
 */
async function remember(day: DaySoFar, { scheduling }: Context["learner"]): Promise<void> {
  const { recallDay, weights, pointModel } = day;
  const told = { recallDay, weights, pointModel };
  const pause = inTurns();
  for (const group of day.standings.values()) {
    figuresOf(group, day, { ...scheduling, pointModel: day.pointModel });
    rememberWaiting(group, day);
    besidesIn([group], day);
    weaknessOf(group, told);
    if (day.plan) rememberRanks(group, { ...day, plan: day.plan });
    await pause();
  }
}
