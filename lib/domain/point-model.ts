import {
  effectOf,
  type Line,
  logistic,
  type PointModel,
  recallLogit,
  restOf,
  within,
} from "./point-recall";
import type { QuestionPoints } from "./point-sums";
import { remembered, rememberedBy } from "./remembered";
import type { Group } from "./standing";

/**
 * How the points of a learner's questions come with them, estimated from all that was assessed: empirical
 * Bayes, with cautious priors. Rounded, so that what is remembered by a model stands until more is known.
 */
export function fitPointModel(groups: readonly Group[]): PointModel {
  const fitting = pointModelFitting(groups);
  for (;;) {
    const { done, value } = fitting.next();
    if (done) return value;
  }
}

/** The same in parts, with an end after each for whoever lets others work between. */
export function* pointModelFitting(groups: readonly Group[]): Generator<undefined, PointModel> {
  function* sums(of: (group: Group) => number[]): Generator<undefined, number[]> {
    const all: number[] = [];
    for (const group of groups) {
      of(group).forEach((one, i) => (all[i] = (all[i] ?? 0) + one));
      yield undefined;
    }
    return all;
  }
  const line = { ...lineThrough(yield* sums(recallBins)), effect: 0 };
  const noise = inSteps(noiseIn(yield* sums(shareSums)));
  const fitted = { line, noise };
  const questions = yield* sums((group) => questionSums(group, fitted));
  const model = { ...fitted, questionSpread: inSteps(spreadIn(questions, HELD_OF.questions)) };
  const points = yield* sums((group) => pointSums(group, model));
  const { level, slope } = line;
  const pointSpread = inSteps(spreadIn(points, HELD_OF.points));
  return { level, slope, noise, questionSpread: model.questionSpread, pointSpread };
}

/** To the next twentieth. */
function inSteps(value: number): number {
  return Math.round(value * 20) / 20;
}

/** The recall that was predicted, in steps of an eighth on the logit scale. */
const [LOWEST, HIGHEST, STEPS] = [-4, 5, 8];
const BINS = (HIGHEST - LOWEST) * STEPS + 1;

/** How many points were assessed by the recall that was predicted, and after these how many were recalled. */
const recallBins = remembered((group) => {
  const bins = Array.from({ length: 2 * BINS }, () => 0);
  for (const { points } of assessedIn(group))
    for (const { predicted } of points) {
      if (predicted.reviews === 0) continue;
      const bin = Math.round((recallLogit(predicted) - LOWEST) * STEPS);
      bins[bin] = (bins[bin] ?? 0) + predicted.reviews;
      bins[BINS + bin] = (bins[BINS + bin] ?? 0) + predicted.recalled;
    }
  return bins;
});

/** Points of one evening go together: each says as much as half of one by itself. */
const TOGETHER = 2;
/** How firmly a level of 0 and a slope of 1 are held beforehand: deviations of 1 and 0.25. */
const HELD = { level: 1, slope: 16 };

/** A logistic regression, by Newton's method. */
function lineThrough(bins: readonly number[]): { level: number; slope: number } {
  let [level, slope] = [0, 1];
  for (let i = 0; i < 20; i += 1) {
    const by = { level: -HELD.level * level, slope: HELD.slope * (1 - slope) };
    const firm = { level: HELD.level, both: 0, slope: HELD.slope };
    for (let bin = 0; bin < BINS; bin += 1) {
      const [reviews = 0, recalled = 0] = [bins[bin], bins[BINS + bin]];
      const x = LOWEST + bin / STEPS;
      const chance = logistic(level + slope * x);
      const rest = (recalled - reviews * chance) / TOGETHER;
      const variance = (reviews * chance * (1 - chance)) / TOGETHER;
      by.level += rest;
      by.slope += rest * x;
      firm.level += variance;
      firm.both += variance * x;
      firm.slope += variance * x * x;
    }
    const determinant = firm.level * firm.slope - firm.both ** 2;
    level += within((by.level * firm.slope - by.slope * firm.both) / determinant);
    slope += within((by.slope * firm.level - by.level * firm.both) / determinant);
  }
  return { level: inSteps(level), slope: inSteps(slope) };
}

/** By how much shares vary from review to review of a question, and by how much they would by chance. */
const shareSums = remembered((group) => {
  let [seen, byChance] = [0, 0];
  for (const { points, shares } of assessedIn(group)) {
    const { reviews, sum, squares } = shares;
    if (reviews < 2 || points.length < 2) continue;
    const mean = sum / reviews;
    seen += squares - reviews * mean ** 2;
    byChance += ((reviews - 1) * mean * (1 - mean)) / points.length;
  }
  return [seen, byChance];
});

/** As if twenty reviews of five points had varied half as much again. */
const [BEFORE, VARIANCE] = [20, 0.03];

function noiseIn([seen = 0, byChance = 0]: readonly number[]): number {
  return Math.max(1, (seen + 1.5 * BEFORE * VARIANCE) / (byChance + BEFORE * VARIANCE));
}

/** What is held of a spread beforehand, squared, and as if so many had shown it. */
type Held = { squared: number; before: number };
const HELD_OF: Record<"questions" | "points", Held> = {
  questions: { squared: 0.25, before: 10 },
  // Points don't differ until they are seen to.
  points: { squared: 0, before: 20 },
};
/** What spreads are about: it weighs effects, and decides nothing else. */
const ABOUT = 0.25;

type Rest = { residual: number; variance: number };

/** What effects are squared, each weighed by how well it is known; and the weights. */
function squaresOf(rests: readonly Rest[], noise: number): number[] {
  let [sum, weights] = [0, 0];
  for (const { residual, variance } of rests) {
    if (variance === 0) continue;
    const error = noise / variance;
    const weight = 1 / (error + ABOUT) ** 2;
    sum += weight * ((residual / variance) ** 2 - error);
    weights += weight;
  }
  return [sum, weights];
}

function spreadIn([sum = 0, weights = 0]: readonly number[], { squared, before }: Held): number {
  const firm = before / ABOUT ** 2;
  return Math.sqrt(Math.max(0, (sum + firm * squared) / (weights + firm)));
}

type Fitted = { line: Line; noise: number };

const questionSums = rememberedBy((group: Group, { line, noise }: Fitted) =>
  squaresOf(
    assessedIn(group).map(({ points }) => restOf(points, line)),
    noise,
  ),
);

/** A question's own effect takes one of its points' degrees of freedom. */
const pointSums = rememberedBy(
  (group: Group, { line, noise, questionSpread }: Fitted & { questionSpread: number }) =>
    squaresOf(
      assessedIn(group).flatMap(({ points }) => {
        if (points.length < 2) return [];
        const own = { ...line, effect: effectOf(points, questionSpread, line, noise) };
        const free = Math.sqrt(points.length / (points.length - 1));
        return points.map((point) => {
          const { residual, variance } = restOf([point], own);
          return { residual: residual * free, variance };
        });
      }),
      1,
    ),
);

/** The questions of a group that a review with a prediction assessed. */
function assessedIn(group: Group): QuestionPoints[] {
  return group.flatMap(({ points }) => (points.shares.reviews > 0 ? [points] : []));
}
