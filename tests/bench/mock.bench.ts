// What the range of a mock interview is worth: simulated learners whose memory isn't what the model
// predicts, each asked once by a mock; how often the 90 % range holds what they would give of all
// questions, and how many questions it takes to say that within ±10 points, with the model's prediction
// as control variate and without it.
import { type Candidate, drawMock } from "@/lib/domain/mock-draw";
import { mockEstimate, type Probe, together } from "@/lib/domain/mock-estimate";
import { type Random, seeded } from "@/lib/domain/seeded";

const LEARNERS = 1000;
const COUNTS = [3, 4, 6, 8, 12];
const Z90 = 1.645;

type Question = Candidate & {
  /** The share of its points that would be given, on average. */
  truth: number;
  /** The chance that it is recalled at all. */
  known: number;
  points: number;
};

const SHARES: Record<string, (random: Random) => number> = {
  "any share of 300 questions seen": (random) => 0.05 + 0.95 * random(),
  "all of 300 questions seen": () => 1,
  "a sixth of 300 questions seen": () => 1 / 6,
};
for (const [name, share] of Object.entries(SHARES)) {
  console.log(`${LEARNERS} learners, ${name}`);
  for (const count of COUNTS) tell(count, share);
  for (const mocks of [2, 4, 6]) tellTogether(mocks, share);
}
console.log(
  `(right or wrong and drawn plainly, where 80 % are right: 8 give ±${percent(plainHalf(8))}, ±10 takes ${needed(8, plainHalf(8) / Z90)})`,
);

function tell(count: number, share: (random: Random) => number): void {
  const all = Array.from({ length: LEARNERS }, (_, i) => {
    const random = seeded(`learner ${i} of ${count}`);
    return asked(count, share(random), random);
  });
  const holds = mean(all, ({ low, high, truth }) => Number(low <= truth && truth <= high));
  const half = mean(all, ({ low, high }) => (high - low) / 2);
  const off = mean(all, ({ readiness, truth }) => readiness - truth);
  const error = spread(all, ({ readiness, truth }) => readiness - truth);
  const errorWithout = spread(all, ({ without, truth }) => without - truth);
  const errorPlain = spread(all, ({ plain, truth }) => plain - truth);
  console.log(
    `  ${String(count).padStart(2)} questions: holds ${percent(holds)} %, ±${percent(half)} points, off by ${percent(off)} on average;` +
      ` for ±10 it takes ${needed(count, error)}, without the model ${needed(count, errorWithout)}, drawn plainly ${needed(count, errorPlain)}`,
  );
}

/** Several mock interviews of six questions each, before the same memory. */
function tellTogether(mocks: number, share: (random: Random) => number): void {
  const all = Array.from({ length: LEARNERS }, (_, i) => {
    const random = seeded(`learner ${i} in ${mocks} mocks`);
    const learner = aLearner(share(random), random);
    const probes = Array.from({ length: mocks }, () => probesOf(learner, 6, random));
    const { truth, recall } = ofAll(learner);
    return { truth, ...estimated(together(probes), recall) };
  });
  const holds = mean(all, ({ low, high, truth }) => Number(low <= truth && truth <= high));
  const half = mean(all, ({ low, high }) => (high - low) / 2);
  const [middle = 0] = all
    .map(({ probes, more }) => probes + more)
    .toSorted((a, b) => a - b)
    .slice(LEARNERS / 2);
  console.log(
    `  ${mocks} of 6 questions together: holds ${percent(holds)} %, ±${percent(half)} points; says in the middle that ${middle} in all give ±10`,
  );
}

function plainHalf(count: number): number {
  return Z90 * Math.sqrt((0.8 * 0.2) / count);
}

/** How many questions give a 90 % range of ±10 points, where `count` err by so much. */
function needed(count: number, error: number): number {
  return Math.ceil(count * ((Z90 * error) / 0.1) ** 2);
}

function mean<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0) / all.length;
}

/** The root of the mean square. */
function spread<T>(all: readonly T[], of: (one: T) => number): number {
  return Math.sqrt(mean(all, (one) => of(one) ** 2));
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function asked(count: number, share: number, random: Random) {
  const questions = aLearner(share, random);
  const { truth, recall, all } = ofAll(questions);
  const probes = probesOf(questions, count, random);
  // The same draw without the model: a weighted mean. And as many drawn plainly by importance, and scored alike.
  const weight = probes.reduce((sum, { standsFor }) => sum + standsFor, 0);
  const without = probes.reduce((sum, one) => sum + one.standsFor * one.score, 0) / weight;
  const plain = mean(
    Array.from({ length: count }, () => byImportance(questions, all, random)),
    (one) => scoreOf(one, random),
  );
  return { ...estimated(probes, recall), without, plain, truth };
}

function probesOf(questions: readonly Question[], count: number, random: Random): Probe[] {
  const { all } = ofAll(questions);
  return drawMock(questions, count, random).map(({ candidate, chance }) => ({
    score: scoreOf(candidate, random),
    predicted: candidate.recall,
    standsFor: candidate.importance / chance / all,
  }));
}

/** What is true of all questions by importance, and what is predicted. */
function ofAll(questions: readonly Question[]) {
  const all = questions.reduce((sum, { importance }) => sum + importance, 0);
  const by = (of: (question: Question) => number) =>
    questions.reduce((sum, one) => sum + one.importance * of(one), 0) / all;
  return { all, truth: by(({ truth }) => truth), recall: by(({ recall }) => recall) };
}

function estimated(probes: readonly Probe[], predicted: number) {
  const estimate = mockEstimate(probes, predicted);
  if (!estimate) throw new Error("Too few were drawn");
  return estimate;
}

function byImportance(questions: readonly Question[], all: number, random: Random): Question {
  let left = random() * all;
  const found = questions.find(({ importance }) => (left -= importance) < 0) ?? questions.at(-1);
  if (!found) throw new Error("There are no questions");
  return found;
}

/** 8 topics with 32 subtopics; the model is off by something common to all, by topic and by question. */
function aLearner(shareSeen: number, random: Random): Question[] {
  const common = 0.5 * normal(random);
  const strength = 0.75 + 0.2 * random();
  return Array.from({ length: 8 }, () => ({
    off: 0.4 * normal(random),
    importance: 1 + Math.floor(3 * random()),
  })).flatMap(({ off, importance }, topic) =>
    Array.from({ length: 37 + (topic % 2) }, (_, i) => {
      const isSeen = random() < shareSeen;
      const recall = isSeen ? 0.55 + 0.42 * Math.sqrt(random()) : 0;
      // What was never studied is known to some all the same.
      const known = isSeen
        ? logistic(logit(recall) + common + off + 0.5 * normal(random))
        : 0.25 * random() ** 2;
      const truth = known * strength + (1 - known) * 0.1;
      const points = 3 + Math.floor(8 * random());
      return {
        id: `${topic} ${i}`,
        topic: `${topic}/${i % 4}`,
        importance,
        recall,
        known,
        truth,
        points,
      };
    }),
  );
}

function scoreOf(question: Question, random: Random): number {
  const { known, points, truth } = question;
  const isKnown = random() < known;
  const strength = (truth - (1 - known) * 0.1) / known;
  const chance = isKnown ? strength : 0.1;
  let given = 0;
  for (let i = 0; i < points; i += 1) if (random() < chance) given += 1;
  return given / points;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
