import type { Phase } from "./memory";
import type { Rating } from "./rating";

/** How a learner grades: shares of Again, Hard, Good, Easy at first, and of Hard, Good, Easy where recalled. */
export type Habits = { first: number[]; recalled: number[] };

/**
 * Averages of 10,000 people who use Anki, as its simulator assumes them:
 * https://github.com/open-spaced-repetition/fsrs-rs (`SimulatorConfig::default`).
 */
const USUAL: Habits = {
  first: [0.24, 0.094, 0.495, 0.171],
  recalled: [0.224, 0.631, 0.145],
};

/** They weigh as much as so many answers of the learner's own. */
const WEIGHT_OF_USUAL = 30;

/** A learner's habits by their last answers, between those of others where they are few. */
export function habitsOf(answers: readonly { phaseBefore: Phase; rating: Rating }[]): Habits {
  const first = USUAL.first.map((share) => share * WEIGHT_OF_USUAL);
  const recalled = USUAL.recalled.map((share) => share * WEIGHT_OF_USUAL);
  for (const { phaseBefore, rating } of answers) {
    if (phaseBefore === "new") first[rating - 1] = (first[rating - 1] ?? 0) + 1;
    if (phaseBefore === "review" && rating > 1)
      recalled[rating - 2] = (recalled[rating - 2] ?? 0) + 1;
  }
  return { first: shares(first), recalled: shares(recalled) };
}

function shares(counts: readonly number[]): number[] {
  const sum = counts.reduce((a, b) => a + b, 0);
  return counts.map((count) => count / sum);
}

/** A first grade, drawn by a number from 0 up to 1. */
export function firstGrade({ first }: Habits, draw: number): Rating {
  return GRADES[placeIn(first, draw)] ?? 4;
}

/** The grade of a question that is recalled with a likelihood, drawn by two numbers from 0 up to 1. */
export function laterGrade({ recalled }: Habits, recall: number, draws: [number, number]): Rating {
  return draws[0] < recall ? (GRADES[placeIn(recalled, draws[1]) + 1] ?? 4) : 1;
}

const GRADES = [1, 2, 3, 4] as const;

function placeIn(shared: readonly number[], draw: number): number {
  let below = 0;
  const at = shared.findIndex((share) => (below += share) > draw);
  return at === -1 ? shared.length - 1 : at;
}
