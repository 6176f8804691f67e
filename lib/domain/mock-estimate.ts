/** A question that was asked cold, and what it tells of those that were not. */
export type Probe = {
  /** The share of it that was given, 0–1. */
  score: number;
  /** What was predicted of it, 0–1; 0 where it was never seen. */
  predicted: number;
  /** For what part of all it speaks: its importance over its chance to be drawn, of the sum of all importances. */
  standsFor: number;
};

/** Readiness as measured, 0–1, its 90 % range, and what it rests on. */
export type MockEstimate = {
  readiness: number;
  low: number;
  high: number;
  probes: number;
  /** How many more would narrow it to ±10 points; 0 where it is as narrow already. */
  more: number;
};

/** With fewer a range says nothing. */
export const ENOUGH_PROBES = 3;

/** Half the width that is worth having: ±10 points. */
export const NARROW = 0.1;

/**
 * Readiness from cold questions drawn with unequal chances, with the model's prediction as control
 * variate: the difference estimator (C.-E. Särndal, B. Swensson, J. Wretman, Model Assisted Survey
 * Sampling, 1992, section 6.3), which is right on average whatever the model is worth:
 *
 *   readiness = mean prediction of all + Σ s (score − predicted)   where s is what each stands for
 *   variance  = n / (n − 1) × Σ (s (score − predicted) − their mean)²   (as if drawn with replacement, 2.9)
 *
 * A few residuals say little of their spread: `usualSpread` counts for as many as `USUAL_COUNTS` more
 * (a scaled inverse χ² prior, A. Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.6), and the
 * range is by Student's t of the degrees of freedom together. Null for too few.
 */
export function mockEstimate(
  probes: readonly Probe[],
  predictedOfAll: number,
): MockEstimate | null {
  const n = probes.length;
  if (n < ENOUGH_PROBES) return null;
  const parts = probes.map(({ score, predicted, standsFor }) => standsFor * (score - predicted));
  const correction = sum(parts);
  const seen = (sum(parts.map((part) => (part - correction / n) ** 2)) * n) / (n - 1);
  const usual = sum(probes.map((probe) => (probe.standsFor * usualSpread(probe)) ** 2));
  const variance = (USUAL_COUNTS * usual + (n - 1) * seen) / (USUAL_COUNTS + n - 1);
  const readiness = predictedOfAll + correction;
  const half = halfWidth(variance, n);
  return {
    readiness: within(readiness),
    low: within(readiness - half),
    high: within(readiness + half),
    probes: n,
    more: moreFor(variance * n, n),
  };
}

/** The questions of several mock interviews as those of one that asked them all, each question alike. */
export function together(mocks: readonly (readonly Probe[])[]): Probe[] {
  const all = mocks.flat().length;
  return mocks.flatMap((probes) =>
    probes.map((probe) => ({ ...probe, standsFor: (probe.standsFor * probes.length) / all })),
  );
}

/** How far scores by points lie from what was predicted, usually: less where the question was never seen. */
function usualSpread({ predicted }: Probe): number {
  return predicted === 0 ? 0.2 : 0.33;
}

const USUAL_COUNTS = 4;

function halfWidth(variance: number, n: number): number {
  return student(USUAL_COUNTS + n - 1) * Math.sqrt(variance);
}

/** As many more as make it narrow, where each tells as much as those so far did. */
function moreFor(varianceOfOne: number, n: number): number {
  let more = 0;
  while (more < MOST_TOLD && halfWidth(varianceOfOne / (n + more), n + more) > NARROW) more += 1;
  return more;
}

const MOST_TOLD = 999;

/** The 95 % quantile of Student's t by degrees of freedom (M. Abramowitz, I. Stegun, 26.7.5). */
function student(df: number): number {
  const z = 1.6448536;
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * df) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * df ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * df ** 3)
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
