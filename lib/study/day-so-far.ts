import { reviewsOfDay } from "@/lib/db/study/tallies";
import { type Allowance, allowance, type Tally, tally } from "@/lib/domain/queue";
import type { Moment } from "@/lib/domain/remembered";
import type { Standings } from "@/lib/domain/standing";
import { startOfStudyDay, studyDay } from "@/lib/domain/study-day";
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
  return {
    now,
    studyDay: today,
    endOfDay: startOfStudyDay(today + 1, scheduling),
    endOfNextDay: startOfStudyDay(today + 2, scheduling),
    weights: scheduling.weights,
    done,
    left: allowance(scheduling, done),
    standings: await database.standings(learner.id),
  };
}
