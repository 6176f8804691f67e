import { type Collection, emptyCollection } from "@/lib/domain/collection";
import { firstGrade, habitsOf, laterGrade } from "@/lib/domain/habits";
import type { Answer } from "@/lib/domain/kept-plan";
import { type MemoryModel, memoryModel } from "@/lib/domain/memory-model";
import type { Rating } from "@/lib/domain/rating";
import { DEFAULT_WEIGHTS } from "@/lib/domain/schedule";
import { seededRandom } from "@/lib/domain/seeded";

/** What FSRS-6 takes of each weight (ts-fsrs `CLAMP_PARAMETERS`). */
const BOUNDS: readonly (readonly [number, number])[] = [
  ...Array.from({ length: 4 }, () => [0.1, 100] as const),
  ...([
    [1, 10],
    [0.001, 4],
    [0.001, 4],
    [0.001, 0.75],
    [0, 4.5],
    [0, 0.8],
    [0.001, 3.5],
  ] as const),
  ...([
    [0.001, 5],
    [0.001, 0.25],
    [0.001, 0.9],
    [0, 4],
    [0, 1],
    [1, 6],
    [0, 2],
    [0, 2],
  ] as const),
  ...([
    [0.01, 0.8],
    [0.1, 0.8],
  ] as const),
];

/**
 * Standard deviations of the logarithm of a weight between people: first stabilities, and the others. So
 * wide that the published weights miss a learner's recall by some five points, about as they do for people:
 * RMSE(bins) 0.092 against 0.065 of fitted ones (srs-benchmark), where 0.065 is what is left to chance.
 */
const SPREAD = { first: 1, other: 0.4 };
const MISSED_DAYS = 0.15;
const MISTAKEN_GRADES = 0.1;

/**
 * A learner whose memory isn't the model's: weights are drawn around the published ones, one grade of
 * ten is one too high or too low, and about one day of seven is missed.
 */
export class SimulatedLearner {
  readonly truth: MemoryModel;
  readonly #draw: () => number;
  readonly #habits = habitsOf([]);
  readonly #missed: boolean[];
  readonly #stability: Float64Array;
  readonly #difficulty: Float64Array;
  readonly #lastDay: Int32Array;

  constructor(seed: number, { questions, days }: { questions: number; days: number }) {
    this.#draw = seededRandom(seed);
    this.truth = memoryModel(drawnWeights(this.#draw));
    this.#missed = Array.from({ length: days }, () => this.#draw() < MISSED_DAYS);
    ({
      stability: this.#stability,
      difficulty: this.#difficulty,
      lastDay: this.#lastDay,
    } = emptyCollection(questions));
  }

  isMissed = (day: number): boolean => this.#missed[day] ?? false;

  /** Answers a question, and says a grade for it, which is taken for true. */
  answer: Answer = (at, day, isFirst): Rating => {
    const before = {
      stability: this.#stability[at] ?? 0,
      difficulty: this.#difficulty[at] ?? 0,
    };
    const days = day - (this.#lastDay[at] ?? 0);
    const rating = isFirst
      ? firstGrade(this.#habits, this.#draw())
      : laterGrade(this.#habits, this.truth.recall(days, before.stability), [
          this.#draw(),
          this.#draw(),
        ]);
    const left = isFirst ? this.truth.first(rating) : this.truth.after(before, days, rating);
    const said = this.#said(rating);
    const isStep = said === 1 || (isFirst && said === 2);
    const after = isStep ? this.truth.after(left, 0, 3) : left;
    this.#stability[at] = after.stability;
    this.#difficulty[at] = after.difficulty;
    this.#lastDay[at] = day;
    return said;
  };

  /** How likely a question is recalled on a day, in truth. */
  recall(at: number, day: number): number {
    const stability = this.#stability[at] ?? 0;
    return stability === 0 ? 0 : this.truth.recall(day - (this.#lastDay[at] ?? 0), stability);
  }

  /** Whether it is. */
  recalls(at: number, day: number): boolean {
    return this.#draw() < this.recall(at, day);
  }

  #said(rating: Rating): Rating {
    if (this.#draw() >= MISTAKEN_GRADES) return rating;
    const next = this.#draw() < 0.5 ? rating - 1 : rating + 1;
    return GRADES.find((grade) => grade === next) ?? rating;
  }
}

const GRADES = [1, 2, 3, 4] as const;

function drawnWeights(draw: () => number): number[] {
  const drawn = DEFAULT_WEIGHTS.map((weight, i) => {
    const [least, most] = BOUNDS[i] ?? [0, 100];
    const off = Math.exp((i < 4 ? SPREAD.first : SPREAD.other) * normal(draw));
    return Math.min(most, Math.max(least, weight * off));
  });
  // A better first grade never leaves less.
  for (let i = 1; i < 4; i += 1) drawn[i] = Math.max(drawn[i] ?? 0, drawn[i - 1] ?? 0);
  return drawn;
}

/** Box and Muller's. */
function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}

/** Questions never seen, all of one importance. */
export function unseenQuestions(questions: number, topics = 1): Collection {
  const collection = emptyCollection(questions);
  collection.importance.fill(1);
  for (let at = 0; at < questions; at += 1) collection.topic[at] = at % topics;
  return collection;
}

/** The mean of some values, and half of its 95 % interval. */
export function meanWithin(values: readonly number[]): { mean: number; half: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, half: 1.96 * Math.sqrt(square / (values.length - 1) / values.length) };
}
