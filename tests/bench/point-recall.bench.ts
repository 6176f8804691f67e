// What the chances of key points are worth: simulated learners study long answers, their grades following
// from the points that they gave; what they give in the last weeks is predicted from the weeks before. Against
// the floors: every point comes with its question, by FSRS alone, and by what its question's points did on
// average, which is the same model with points that don't differ.
import { proposal } from "@/lib/domain/coverage";
import type { Memory } from "@/lib/domain/memory";
import { fitPointModel } from "@/lib/domain/point-model";
import { PLAIN_MODEL, pointChances, type PointModel } from "@/lib/domain/point-recall";
import { NO_POINTS, type PointReviewed, sumsOf } from "@/lib/domain/point-sums";
import { DEFAULT_WEIGHTS, daysUntilRecall, remember, retrievability } from "@/lib/domain/schedule";
import { UNSEEN } from "@/tests/support/standings";

const LEARNERS = 100;
const QUESTIONS = 60;
const A_TOPIC = 10;
const DAYS = 120;
/** From which day on it is predicted: after a few reviews a question, and after many. */
const CUTS = [40, 90];
const WITHIN_DAYS = 30;

type Kind = { strength: number; ownMemory: number };
/** Whose points differ how. */
const KINDS: Record<string, Kind> = {
  "points differ in strength": { strength: 1.2, ownMemory: 0 },
  "points are memories of their own": { strength: 0, ownMemory: 1 },
  "points differ a little": { strength: 0.4, ownMemory: 0 },
  "points don't differ": { strength: 0, ownMemory: 0 },
};

type Asked = {
  question: number;
  day: number;
  isFirst: boolean;
  recall: number;
  chances: number[];
  given: boolean[];
};
type Predict = (one: Asked) => number[];
type Scored = Record<"logLoss" | "review" | "known" | "topic", number>;

console.log(
  "Points predicted (aim: coverage off by ≤ 0.10; never worse than by question by > 0.002)",
);
for (const cut of CUTS) for (const [name, kind] of Object.entries(KINDS)) measure(name, kind, cut);

function measure(name: string, kind: Kind, cut: number): void {
  const all: Record<string, Scored[]> = {};
  const models: PointModel[] = [];
  let reviews = 0;
  for (let seed = 1; seed <= LEARNERS; seed += 1) {
    const asked = aLearner(kind, seed);
    const history = Array.from({ length: QUESTIONS }, (_, question) =>
      sumsOf(asked.filter((one) => one.question === question && one.day < cut).flatMap(rows)),
    );
    const standings = history.map((points) => ({ ...UNSEEN, points: { ...points, of: 0 } }));
    const model = fitPointModel([standings]);
    models.push(model);
    const by = (used: PointModel): Predict => {
      return ({ question, recall, given }) => {
        const { ofPoint, ofOthers } = pointChances(history[question] ?? NO_POINTS, recall, used);
        return given.map((_, i) => ofPoint.get(`${question}-${i}`) ?? ofOthers);
      };
    };
    const later = asked.filter(
      ({ day, isFirst }) => day >= cut && day < cut + WITHIN_DAYS && !isFirst,
    );
    reviews += asked.filter(({ day }) => day < cut).length;
    const ways: Record<string, Predict> = {
      ours: by(model),
      "by question": by({ ...model, pointSpread: 0 }),
      "FSRS alone": by(PLAIN_MODEL),
      "if it were known": ({ chances }) => chances,
    };
    for (const [way, predict] of Object.entries(ways))
      (all[way] ??= []).push(scored(later, predict));
  }
  const mean = (of: keyof PointModel) => average(models.map((model) => model[of])).toFixed(2);
  console.log(`${name}, after ${(reviews / LEARNERS / QUESTIONS).toFixed(1)} reviews a question`);
  console.log(
    `  level ${mean("level")}, slope ${mean("slope")}, questions ± ${mean("questionSpread")}, points ± ${mean("pointSpread")}, noise ${mean("noise")}`,
  );
  for (const [way, scores] of Object.entries(all)) {
    const told = (of: keyof Scored) => average(scores.map((one) => one[of])).toFixed(3);
    console.log(
      `  ${way.padEnd(16)} log loss ${told("logLoss")}; share of points off by ${told("review")} in a review, ${told("known")} from its own chance, ${told("topic")} over ${A_TOPIC} questions`,
    );
  }
  const [ours = [], floor = []] = [all["ours"], all["by question"]];
  const gains = ours.map(({ logLoss }, i) => (floor[i]?.logLoss ?? 0) - logLoss);
  const gain = average(gains);
  const error = Math.sqrt(average(gains.map((one) => (one - gain) ** 2)) / gains.length);
  console.log(`  better than by question by ${gain.toFixed(4)} ± ${(1.96 * error).toFixed(4)}`);
}

function scored(asked: readonly Asked[], predict: Predict): Scored {
  const losses: number[] = [];
  const off: { review: number[]; known: number[] } = { review: [], known: [] };
  const topics = new Map<number, { given: number; predicted: number; reviews: number }>();
  for (const one of asked) {
    const predicted = predict(one);
    one.given.forEach((was, i) => {
      const chance = Math.min(0.99, Math.max(0.01, predicted[i] ?? 0));
      losses.push(-Math.log(was ? chance : 1 - chance));
    });
    const [share, given] = [average(predicted), average(one.given.map(Number))];
    off.review.push(Math.abs(share - given));
    off.known.push(Math.abs(share - average(one.chances)));
    const at = Math.floor(one.question / A_TOPIC);
    const topic = topics.get(at) ?? { given: 0, predicted: 0, reviews: 0 };
    topics.set(at, {
      given: topic.given + given,
      predicted: topic.predicted + share,
      reviews: topic.reviews + 1,
    });
  }
  const topic = [...topics.values()].map((one) =>
    Math.abs((one.given - one.predicted) / one.reviews),
  );
  return {
    logLoss: average(losses),
    review: average(off.review),
    known: average(off.known),
    topic: average(topic),
  };
}

function rows({ question, day, recall, given, isFirst }: Asked): PointReviewed[] {
  return given.map((was, i) => ({
    keyPointId: `${question}-${i}`,
    outcome: was ? "recalled" : "missed",
    reviewId: `${question}-${day}`,
    predictedRecall: isFirst ? null : recall,
  }));
}

/** What a learner gave over the days, question by question; reviews when recall falls to about 0.9. */
function aLearner({ strength, ownMemory }: Kind, seed: number): Asked[] {
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const level = -0.3 + 0.4 * normal();
  const asked: Asked[] = [];
  for (let question = 0; question < QUESTIONS; question += 1) {
    const own = 0.5 * normal();
    const points = Array.from({ length: 3 + Math.floor(random() * 8) }, () => ({
      strength: strength * normal(),
      stability: Math.exp(ownMemory * normal()),
    }));
    let memory: Memory = { phase: "new" };
    let day = Math.floor(random() * 40);
    while (day < DAYS) {
      const seen: Memory = memory;
      const recall = seen.phase === "new" ? 0.5 : retrievability(seen, day, DEFAULT_WEIGHTS);
      const evening = 0.5 * normal();
      const chances = points.map((point) => {
        const kept =
          seen.phase === "new"
            ? recall
            : retrievability(
                { ...seen, stability: seen.stability * point.stability },
                day,
                DEFAULT_WEIGHTS,
              );
        const x = Math.log(kept / Math.max(0.01, 1 - kept));
        return 1 / (1 + Math.exp(-(level + x + own + evening + point.strength)));
      });
      const given = chances.map((chance) => random() < chance);
      asked.push({ question, day, recall, chances, given, isFirst: seen.phase === "new" });
      points.forEach((point, i) => {
        // What was missed was read again, and is less firm for a while.
        if (ownMemory > 0) point.stability *= given[i] ? 1.1 : 0.85;
      });
      const keyed = points.map((_, i) => ({ id: String(i), core: false }));
      const marks = new Map(
        given.flatMap((was, i) => (was ? [[String(i), "recalled" as const]] : [])),
      );
      const rating = proposal(keyed, { given: marks, none: marks.size === 0 })?.rating ?? 3;
      const at = new Date(day * 86_400_000);
      const after = remember(seen, { rating, at, studyDay: day }, DEFAULT_WEIGHTS);
      memory = { ...after, phase: "review", step: 0, dueAt: at };
      const wait = daysUntilRecall(0.9, after.stability, DEFAULT_WEIGHTS);
      day += Math.max(1, Math.round(wait * (0.8 + 0.6 * random())));
    }
  }
  return asked;
}

function average(all: readonly number[]): number {
  return all.reduce((a, b) => a + b, 0) / all.length;
}

/** The same numbers for a seed in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed * 0x9e37_79b9;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
