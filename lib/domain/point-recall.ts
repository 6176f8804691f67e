import type { PointSums, QuestionPoints } from "./point-sums";

/**
 * How a learner's key points come with their questions. The logit of a point's chance is `level + slope ×
 * logit(recall of its question)`, and what the question and the point itself differ by: a Rasch model (Rasch
 * 1960) with FSRS's recall in the place of the ability, both effects normal and pooled over the learner.
 */
export type PointModel = {
  level: number;
  slope: number;
  /** Standard deviation of the questions, on the logit scale. */
  questionSpread: number;
  /** The same of the points within a question; 0 where they don't differ. */
  pointSpread: number;
  /** How many times a review's share of points varies more than points of their own minds would: 1 or more. */
  noise: number;
};

/** Nothing known of a learner: points come with their questions. */
export const PLAIN_MODEL: PointModel = {
  level: 0,
  slope: 1,
  questionSpread: 0,
  pointSpread: 0,
  noise: 1,
};

/** So many points of a number of them are expected to be given. */
export type PointCount = { expected: number; of: number };

export const NO_COUNT: PointCount = { expected: 0, of: 0 };

/**
 * The chances of a question's points, 0–1, when it would be recalled with a chance: those that a review
 * assessed by id, each by its own past; and that of any other.
 */
export function pointChances(
  question: QuestionPoints,
  recall: number,
  model: PointModel,
): { ofPoint: Map<string, number>; ofOthers: number } {
  const own = effectOf(question.points, model.questionSpread, { ...model, effect: 0 }, model.noise);
  const line = { ...model, effect: own };
  const then = at(line, logit(recall));
  const ofPoint = new Map(
    question.points.map((point) => [
      point.id,
      logistic(then + effectOf([point], model.pointSpread, line, 1)),
    ]),
  );
  return { ofPoint, ofOthers: logistic(then) };
}

/** How many of its points a question that was seen would bring, out of how many it has. */
export function expectedPoints(
  question: QuestionPoints & { of: number },
  recall: number,
  model: PointModel,
): PointCount {
  const { ofPoint, ofOthers } = pointChances(question, recall, model);
  const others = question.of - ofPoint.size;
  return { expected: sum([...ofPoint.values()]) + others * ofOthers, of: question.of };
}

/** The points of several together. */
export function sumOfPoints(all: readonly PointCount[]): PointCount {
  return {
    expected: sum(all.map(({ expected }) => expected)),
    of: sum(all.map(({ of }) => of)),
  };
}

/** Where a chance lies for a recall, before what is particular. */
export type Line = { level: number; slope: number; effect: number };

/**
 * What points differ by together from what a line says of them, on the logit scale: the mode of what is
 * likely, where such effects have a spread and are none on average. By Newton's method.
 */
export function effectOf(
  points: readonly PointSums[],
  spread: number,
  line: Line,
  noise: number,
): number {
  if (spread === 0) return 0;
  const prior = 1 / spread ** 2;
  let effect = 0;
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const { residual, variance } = restOf(points, { ...line, effect: line.effect + effect });
    const step = within((residual / noise - effect * prior) / (variance / noise + prior));
    effect += step;
    if (Math.abs(step) < CLOSE) break;
  }
  return effect;
}

const MOST_STEPS = 20;
const CLOSE = 1e-3;

/** A step of Newton's method that does not leap over what it looks for. */
export function within(step: number): number {
  return Math.max(-1, Math.min(1, step));
}

/** How many more of some points were recalled than a line says, and what that varies by. */
export function restOf(
  points: readonly PointSums[],
  line: Line,
): { residual: number; variance: number } {
  const rest = { residual: 0, variance: 0 };
  for (const { predicted } of points) {
    const { reviews, recalled } = predicted;
    if (reviews === 0) continue;
    const chance = logistic(at(line, recallLogit(predicted)));
    rest.residual += recalled - reviews * chance;
    rest.variance += reviews * chance * (1 - chance);
  }
  return rest;
}

/** A line at the logit of a recall. */
export function at({ level, slope, effect }: Line, x: number): number {
  return level + slope * x + effect;
}

/** The logit of the recall that was predicted on average where a point was assessed. */
export function recallLogit({ reviews, recall }: PointSums["predicted"]): number {
  return logit(recall / reviews);
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Beyond these nothing is told apart. */
const [LEAST, MOST] = [0.02, 0.99];

function logit(chance: number): number {
  const kept = Math.min(MOST, Math.max(LEAST, chance));
  return Math.log(kept / (1 - kept));
}

function sum(all: readonly number[]): number {
  return all.reduce((a, b) => a + b, 0);
}
