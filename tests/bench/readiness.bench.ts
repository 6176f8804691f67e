// What readiness is worth, two weeks ahead, on learners whose memory isn't the model's: what is predicted
// as things stand against what they then recall without another review; and what is predicted of a plan
// that is kept against what they recall after keeping it.
// LEARNERS names another number of learners.
import { type Collection, copyOf } from "@/lib/domain/collection";
import { habitsOf } from "@/lib/domain/habits";
import { type Keeping, keepPlan } from "@/lib/domain/kept-plan";
import { memoryModel } from "@/lib/domain/memory-model";
import { rangeOf, type Readiness } from "@/lib/domain/readiness";
import { DEFAULT_WEIGHTS } from "@/lib/domain/schedule";
import { DEFAULT_SETTINGS } from "@/lib/domain/settings";
import { simulate, sumsOf } from "@/lib/domain/simulate";
import { meanWithin, SimulatedLearner, unseenQuestions } from "./simulated-learner";

const LEARNERS = Number(process.env["LEARNERS"] ?? 200);
const QUESTIONS = 300;
const TOPICS = 10;
const STUDIED_DAYS = 30;
const AHEAD_DAYS = 14;
const MINUTES = 20;
const HALF_A_MINUTE = { ms: 30_000, answers: 10 };
const MODEL = memoryModel(DEFAULT_WEIGHTS);
const THEN = STUDIED_DAYS + AHEAD_DAYS;

type Told = { predicted: Readiness; truth: number; recalled: number };

const asThingsStand: Told[] = [];
const ofTopics: Told[] = [];
const ifKept: Told[] = [];
for (let seed = 0; seed < LEARNERS; seed += 1) follow(seed);
console.log(
  `${LEARNERS} learners, ${QUESTIONS} questions in ${TOPICS} topics, ${STUDIED_DAYS} days studied, ${AHEAD_DAYS} days ahead; points of a hundred, with 95 % intervals`,
);
tell("as things stand, all questions", asThingsStand);
tell(`as things stand, a topic of ${QUESTIONS / TOPICS}`, ofTopics);
tell("if the plan is kept, all questions", ifKept);

function follow(seed: number): void {
  const learner = new SimulatedLearner(seed, { questions: QUESTIONS, days: THEN });
  const collection = unseenQuestions(QUESTIONS, TOPICS);
  keepPlan(collection, keepingUntil(0, STUDIED_DAYS), learner.answer, learner.isMissed);
  asThingsStand.push(told(collection, learner, () => true));
  for (let topic = 0; topic < TOPICS; topic += 1)
    ofTopics.push(told(collection, learner, (at) => collection.topic[at] === topic));
  const keeping = keepingUntil(STUDIED_DAYS, THEN);
  const { plans } = simulate({
    collection: copyOf(collection),
    keeping,
    habits: habitsOf([]),
    minutes: [MINUTES],
    runs: 20,
    seed,
  });
  const [seen] = plans;
  keepPlan(collection, keeping, learner.answer);
  const { truth, recalled } = told(collection, learner, () => true);
  if (seen) ifKept.push({ predicted: rangeOf(seen.reaches, seen.between), truth, recalled });
}

/** What is predicted of some questions, how likely they are recalled in truth, and whether they are. */
function told(
  collection: Collection,
  learner: SimulatedLearner,
  isOf: (at: number) => boolean,
): Told {
  const some = [...collection.stability.keys()].filter(isOf);
  const of = {
    ...collection,
    importance: collection.importance.map((_, at) => (isOf(at) ? 1 : 0)),
  };
  const sums = sumsOf(of, (at) =>
    MODEL.recall(THEN - (collection.lastDay[at] ?? 0), collection.stability[at] ?? 1),
  );
  const mean = (value: (at: number) => number) =>
    some.reduce((sum, at) => sum + value(at), 0) / some.length;
  return {
    predicted: rangeOf(sums),
    truth: mean((at) => learner.recall(at, THEN)),
    recalled: mean((at) => (learner.recalls(at, THEN) ? 1 : 0)),
  };
}

function tell(name: string, all: readonly Told[]): void {
  const error = (of: "truth" | "recalled") =>
    points(meanWithin(all.map((one) => Math.abs(one.predicted.readiness - one[of]))));
  const bias = points(meanWithin(all.map(({ predicted, truth }) => predicted.readiness - truth)));
  const held = points(
    meanWithin(
      all.map(({ predicted: { low, high }, recalled }) =>
        low <= recalled && recalled <= high ? 1 : 0,
      ),
    ),
  );
  const width = points(meanWithin(all.map(({ predicted: { low, high } }) => high - low)));
  console.log(
    `${name} (n ${all.length}, recalled ${points(meanWithin(all.map(({ recalled }) => recalled)))})`,
  );
  console.log(
    `  error against how likely ${error("truth")}, against what is recalled ${error("recalled")}; too high by ${bias}`,
  );
  console.log(`  the 90 % range holds it ${held} of a hundred times, and is ${width} wide`);
}

function keepingUntil(from: number, until: number): Keeping {
  const pace = { new: HALF_A_MINUTE, learning: HALF_A_MINUTE, review: HALF_A_MINUTE };
  return {
    rules: {
      from,
      until,
      days: [1, 2, 3, 4, 5, 6, 7],
      minutesPerDay: MINUTES,
      order: "due",
      pace,
    },
    model: MODEL,
    weights: DEFAULT_WEIGHTS,
    settings: DEFAULT_SETTINGS,
    today: { day: from, spentMs: 0, newStarted: 0 },
  };
}

function points({ mean, half }: { mean: number; half: number }): string {
  return `${(100 * mean).toFixed(1)} ± ${(100 * half).toFixed(1)}`;
}
