import { breathe } from "@/lib/breathe";
import { reviewsOfDay } from "@/lib/db/study/tallies";
import { besidesIn } from "@/lib/domain/ahead";
import { type Allowance, allowance, type Tally, tally } from "@/lib/domain/queue";
import type { Moment } from "@/lib/domain/remembered";
import type { Standings } from "@/lib/domain/standing";
import { startOfStudyDay, studyDay } from "@/lib/domain/study-day";
import { figuresOf } from "@/lib/domain/topic-figures";
import { rememberWaiting } from "@/lib/domain/waiting";
import type { Context } from "@/lib/use-case/context";

/**
 * A moment of a study day with what was done until then, what its limits leave of all topics together,
 * and how all questions stand. What counts from one says the same everywhere.
 */
export type DaySoFar = Moment & {
  done: Tally;
  left: Allowance;
  standings: Standings;
};

/** The learner's study day as it is now. */
export async function daySoFar({ database, clock, learner }: Context): Promise<DaySoFar> {
  const now = clock.now();
  const { scheduling } = learner;
  const today = studyDay(now, scheduling);
  const done = tally(await reviewsOfDay(database.read, learner.id, today));
  const day = {
    now,
    studyDay: today,
    endOfDay: startOfStudyDay(today + 1, scheduling),
    endOfNextDay: startOfStudyDay(today + 2, scheduling),
    weights: scheduling.weights,
    done,
    left: allowance(scheduling, done),
    standings: await database.standings(learner.id),
  };
  await remember(day);
  return day;
}

/** As long others wait, in ms. */
const A_TURN = 10;

/**
 * Makes what is remembered of all questions: where there are a hundred thousand, this takes seconds the
 * first time, and others work between. What was made before is found at once.
 */
async function remember(day: DaySoFar): Promise<void> {
  let begun = performance.now();
  for (const group of day.standings.values()) {
    figuresOf(group, day);
    rememberWaiting(group, day);
    besidesIn([group], day);
    if (performance.now() - begun < A_TURN) continue;
    await breathe();
    begun = performance.now();
  }
}
