import { daysUntilRecall } from "./schedule";

/** Seen questions in use whose memories are about equally stable. */
export type StabilityGroup = { stability: number; questions: number };

/** Memories in steps of 5 % of their stability, which is in days: some 300 groups at most. */
export function stabilityGroups(stabilities: readonly number[]): StabilityGroup[] {
  const sums = new Map<number, { sum: number; questions: number }>();
  for (const stability of stabilities) {
    const step = Math.round(Math.log(stability) * 20);
    const group = sums.get(step) ?? { sum: 0, questions: 0 };
    group.sum += stability;
    group.questions += 1;
    sums.set(step, group);
  }
  return [...sums.values()].map(({ sum, questions }) => ({
    stability: sum / questions,
    questions,
  }));
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
