import { remembered } from "./remembered";
import { daysUntilRecall } from "./schedule";
import type { Group } from "./standing";

/** Seen questions in use whose memories are about equally stable. */
export type StabilityGroup = { stability: number; questions: number };

/** Seen questions, without suspended ones, in steps of 5 % of stability: some 300 groups at most. */
export function stabilityGroups(groups: readonly Group[]): StabilityGroup[] {
  const sums: Sums = new Map();
  for (const group of groups)
    for (const [step, { sum, questions }] of byStability(group)) add(sums, step, sum, questions);
  return [...sums.values()].map(({ sum, questions }) => ({
    stability: sum / questions,
    questions,
  }));
}

type Sums = Map<number, { sum: number; questions: number }>;

const byStability = remembered((group) => {
  const sums: Sums = new Map();
  for (const standing of group)
    if (standing.state !== "new" && !standing.suspended)
      add(sums, Math.round(Math.log(standing.stability) * 20), standing.stability, 1);
  return sums;
});

function add(sums: Sums, step: number, stability: number, questions: number): void {
  const before = sums.get(step) ?? { sum: 0, questions: 0 };
  sums.set(step, { sum: before.sum + stability, questions: before.questions + questions });
}

/**
 * About how many reviews a day a desired retention asks for, from memories as they are: each
 * question comes back once an interval, so the sum of 1 / interval over all. It is a level, not a
 * forecast: stability grows with good answers and falls with lapses, and new questions add to it.
 */
export function reviewsPerDay(
  groups: readonly StabilityGroup[],
  desiredRetention: number,
  scheduling: { weights: readonly number[]; maximumIntervalDays: number },
): number {
  const { maximumIntervalDays: most, weights } = scheduling;
  return groups.reduce((sum, { stability, questions }) => {
    const intervalDays = Math.min(daysUntilRecall(desiredRetention, stability, weights), most);
    return sum + questions / intervalDays;
  }, 0);
}

/** How many questions the estimate rests on. */
export function studiedQuestions(groups: readonly StabilityGroup[]): number {
  return groups.reduce((sum, { questions }) => sum + questions, 0);
}
