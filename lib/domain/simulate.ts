import { type Collection, copyOf } from "./collection";
import { firstGrade, type Habits, laterGrade } from "./habits";
import { type Answer, type Keeping, type KeptDay, keepPlan } from "./kept-plan";
import { gainsOfMinutes } from "./last-minutes";
import { memoryModel } from "./memory-model";
import type { Gap } from "./plan-gaps";
import { seededRandom } from "./seeded";
import type { RecallSums } from "./readiness";

/** A learner's memories, to be seen forward to the interview. */
export type Simulation = {
  collection: Collection;
  keeping: Omit<Keeping, "model">;
  habits: Habits;
  /** Minutes a day to be tried. */
  minutes: number[];
  /** How often each is tried. */
  runs: number;
  seed: number;
};

/** What comes of a plan that is kept, in the mean of its runs. */
export type Simulated = {
  minutesPerDay: number;
  days: KeptDay[];
  reaches: RecallSums;
  /** Standard deviation between runs of the share that would be recalled. */
  between: number;
  /** Never seen by then, by the places of their topics. */
  unseen: number[];
  gap: Gap | null;
};

/** What a learner's memories come to, by each of several minutes a day, and what the next minutes gain. */
export type PlanSeen = { plans: Simulated[]; lastMinutes: number[] };

/** Sees a learner's memories forward; the same for the same seed. */
export function simulate({ minutes, ...simulation }: Simulation): PlanSeen {
  const { collection, keeping } = simulation;
  const { rules, today, weights } = keeping;
  return {
    plans: minutes.map((minutesPerDay) => simulatePlan(simulation, minutesPerDay)),
    lastMinutes: gainsOfMinutes(collection, rules, today.day, memoryModel(weights)),
  };
}

type Run = { collection: Collection; days: KeptDay[]; sums: RecallSums };

function simulatePlan(
  { collection, keeping, habits, runs, seed }: Omit<Simulation, "minutes">,
  minutesPerDay: number,
): Simulated {
  const model = memoryModel(keeping.weights);
  const rules = { ...keeping.rules, minutesPerDay };
  const gaps = new Gaps(collection.stability.length);
  const all = Array.from({ length: runs }, (_, i): Run => {
    const draw = seededRandom(seed + i);
    const forward = copyOf(collection);
    gaps.begin();
    const answer: Answer = (at, day, isFirst) => {
      gaps.note(at, day);
      if (isFirst) return firstGrade(habits, draw());
      const last = forward.lastDay[at] ?? day;
      const recall = model.recall(day - last, forward.stability[at] ?? 1);
      return laterGrade(habits, recall, [draw(), draw()]);
    };
    const days = keepPlan(forward, { ...keeping, rules, model }, answer);
    gaps.end(rules.until);
    const recall = (at: number) =>
      model.recall(rules.until - (forward.lastDay[at] ?? 0), forward.stability[at] ?? 1);
    return { collection: forward, days, sums: sumsOf(forward, recall) };
  });
  return {
    minutesPerDay,
    days: meanDays(all),
    reaches: meanSums(all.map(({ sums }) => sums)),
    between: deviation(all.map(({ sums: { recall, weight } }) => recall / Math.max(weight, 1e-9))),
    unseen: meanUnseen(all),
    gap: gaps.median(),
  };
}

/** What questions come to, each by how much it matters and as it is recalled; one never seen by nothing. */
export function sumsOf(
  { stability, importance }: Collection,
  recallOf: (at: number) => number,
): RecallSums {
  const sums = { weight: 0, recall: 0, spread: 0, slope: 0 };
  for (let at = 0; at < stability.length; at += 1) {
    const weight = importance[at] ?? 0;
    const recall = stability[at] === 0 ? 0 : recallOf(at);
    const doubt = recall * (1 - recall);
    sums.weight += weight;
    sums.recall += weight * recall;
    sums.spread += weight ** 2 * doubt;
    sums.slope += weight * doubt;
  }
  return sums;
}

function meanDays(runs: readonly Run[]): KeptDay[] {
  const [first] = runs;
  if (!first) return [];
  return first.days.map(({ day }, i) => {
    const of = (what: "minutes" | "due" | "new") =>
      mean(runs.map((run) => run.days[i]?.[what] ?? 0));
    return { day, minutes: of("minutes"), due: of("due"), new: of("new") };
  });
}

function meanSums(all: readonly RecallSums[]): RecallSums {
  const of = (what: keyof RecallSums) => mean(all.map((sums) => sums[what]));
  return { weight: of("weight"), recall: of("recall"), spread: of("spread"), slope: of("slope") };
}

/** What is met, and in what order, is the same in every run but for a question more or less a day. */
function meanUnseen(runs: readonly Run[]): number[] {
  const counts: number[] = [];
  for (const { collection } of runs)
    for (const [at, topic] of collection.topic.entries())
      counts[topic] = (counts[topic] ?? 0) + (collection.stability[at] === 0 ? 1 / runs.length : 0);
  return counts;
}

/** When each question was answered, run by run. */
class Gaps {
  readonly #last: Int32Array;
  readonly #before: Int32Array;
  readonly #between: number[] = [];
  readonly #left: number[] = [];

  constructor(questions: number) {
    this.#last = new Int32Array(questions);
    this.#before = new Int32Array(questions);
  }

  begin(): void {
    this.#last.fill(0);
    this.#before.fill(0);
  }

  note(at: number, day: number): void {
    this.#before[at] = this.#last[at] ?? 0;
    this.#last[at] = day;
  }

  end(until: number): void {
    for (let at = 0; at < this.#last.length; at += 1) {
      const [before = 0, last = 0] = [this.#before[at], this.#last[at]];
      if (before === 0) continue;
      this.#between.push(last - before);
      this.#left.push(until - last);
    }
  }

  median(): Simulated["gap"] {
    if (this.#between.length === 0) return null;
    return { betweenDays: median(this.#between), leftDays: median(this.#left) };
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1),
  );
}
