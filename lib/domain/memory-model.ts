import { forgettingCurve } from "./schedule";
import type { Rating } from "./rating";

/** A memory's two numbers: days until recall falls to 90 %, and 1 (easy) to 10. */
export type Strength = { stability: number; difficulty: number };

/** FSRS-6 for one set of weights. */
export type MemoryModel = {
  /** Predicted recall, 0–1, so many days after a review. */
  recall: (days: number, stability: number) => number;
  /** What a first grade leaves. */
  first: (rating: Rating) => Strength;
  /** What a review leaves, `days` after the one before it; 0 for one of the same day. */
  after: (before: Strength, days: number, rating: Rating) => Strength;
  /** The same of the stability alone. */
  stabilityAfter: (before: Strength, days: number, rating: Rating) => number;
};

const LEAST_DAYS = 0.001;
const MOST_DAYS = 36_500;

/**
 * The formulas of FSRS-6 on bare numbers, as `schedule` has them from ts-fsrs but for its rounding to
 * eight places (a test compares them): a plan looks millions of reviews ahead, for which that library,
 * made for one card at a time, takes twenty times as long. The formulas are those of
 * https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm (FSRS-6).
 * @throws RangeError for weights that are not FSRS-6's
 */
export function memoryModel(weights: readonly number[]): MemoryModel {
  const known = models.get(weights);
  if (known) return known;
  const made = modelOf(weights);
  models.set(weights, made);
  return made;
}

const models = new WeakMap<readonly number[], MemoryModel>();

function modelOf(weights: readonly number[]): MemoryModel {
  const { decay, factor } = forgettingCurve(weights);
  const w = (i: number) => weights[i] ?? 0;
  const firstStability = ([1, 2, 3, 4] as const).map((rating) => Math.max(w(rating - 1), 0.1));
  const rawDifficulty = (rating: number) => w(4) - Math.exp((rating - 1) * w(5)) + 1;
  const easiest = rawDifficulty(4);
  const growth = Math.exp(w(8));
  const leastLoss = Math.exp(w(17) * w(18));
  const penalty = { 2: w(15), 3: 1, 4: w(16) };

  const recall = (days: number, stability: number) =>
    days <= 0 ? 1 : (1 + (factor * days) / stability) ** decay;

  function sameDay(stability: number, rating: Rating): number {
    const change = stability ** -w(19) * Math.exp(w(17) * (rating - 3 + w(18)));
    return stability * (rating === 1 ? change : Math.max(change, 1));
  }

  function recalled({ stability, difficulty }: Strength, lost: number, rating: 2 | 3 | 4): number {
    const gain = growth * (11 - difficulty) * stability ** -w(9) * (Math.exp(lost * w(10)) - 1);
    return stability * (1 + gain * penalty[rating]);
  }

  function forgotten({ stability, difficulty }: Strength, lost: number): number {
    const left =
      w(11) * difficulty ** -w(12) * ((stability + 1) ** w(13) - 1) * Math.exp(lost * w(14));
    return Math.min(left, Math.max(stability / leastLoss, LEAST_DAYS));
  }

  function stabilityAfter(before: Strength, days: number, rating: Rating): number {
    if (days <= 0) return within(sameDay(before.stability, rating), LEAST_DAYS, MOST_DAYS);
    const lost = 1 - recall(days, before.stability);
    const left = rating === 1 ? forgotten(before, lost) : recalled(before, lost, rating);
    return within(left, LEAST_DAYS, MOST_DAYS);
  }

  function difficultyAfter(difficulty: number, rating: Rating): number {
    const moved = difficulty - (w(6) * (rating - 3) * (10 - difficulty)) / 9;
    return within(w(7) * easiest + (1 - w(7)) * moved, 1, 10);
  }

  return {
    recall,
    first: (rating) => ({
      stability: firstStability[rating - 1] ?? LEAST_DAYS,
      difficulty: within(rawDifficulty(rating), 1, 10),
    }),
    after: (before, days, rating) => ({
      stability: stabilityAfter(before, days, rating),
      difficulty: difficultyAfter(before.difficulty, rating),
    }),
    stabilityAfter,
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
