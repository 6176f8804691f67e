// What a plan is worth: learners whose memory isn't the model's prepare for a date with so many minutes
// a day, by the default limits, then with each part of a plan added to what is before it. What counts is
// what they would recall in truth on the day, of all questions, one never seen counting as nothing.
// LEARNERS names another number of learners a cell, MINUTES other minutes a day.
import type { Collection } from "@/lib/domain/collection";
import { type Keeping, keepPlan, memoryAt, noteGrade } from "@/lib/domain/kept-plan";
import { memoryModel } from "@/lib/domain/memory-model";
import { costsOf, type PlanRules } from "@/lib/domain/plan-day";
import { lastDayForNew, newOfDay } from "@/lib/domain/pacing";
import { DEFAULT_WEIGHTS } from "@/lib/domain/schedule";
import { DEFAULT_SETTINGS } from "@/lib/domain/settings";
import { meanWithin, SimulatedLearner, unseenQuestions } from "./simulated-learner";

const LEARNERS = Number(process.env["LEARNERS"] ?? 100);
const MINUTES = Number(process.env["MINUTES"] ?? 20);
const QUESTIONS = [300, 600];
const DAYS = [14, 30, 60];
/** An answer takes half a minute. */
const HALF_A_MINUTE = { ms: 30_000, answers: 10 };
const FIRM = 0.8;

type Policy = (collection: Collection, keeping: Keeping, learner: SimulatedLearner) => void;

const POLICIES: Record<string, Policy> = {
  "default limits": (collection, keeping, learner) => keepLimits(collection, keeping, learner),
  "+ pacing": (collection, keeping, learner) => keepLimits(collection, keeping, learner, true),
  "+ budget": (collection, keeping, learner) => keepAll(collection, keeping, learner, "due"),
  "+ order by gain": (collection, keeping, learner) =>
    keepAll(collection, keeping, learner, "gain"),
};

console.log(
  `${MINUTES} minutes a day, ${LEARNERS} learners a cell; in points of a hundred, with 95 % intervals`,
);
for (const questions of QUESTIONS) for (const days of DAYS) tell(questions, days);

function tell(questions: number, days: number): void {
  console.log(`${questions} questions, ${days} days`);
  let floor: number[] = [];
  for (const [name, policy] of Object.entries(POLICIES)) {
    const all = Array.from({ length: LEARNERS }, (_, seed) =>
      prepared(policy, seed, questions, days),
    );
    const recall = all.map((one) => one.recall);
    if (floor.length === 0) floor = recall;
    const gain = meanWithin(recall.map((value, i) => value - (floor[i] ?? 0)));
    console.log(
      `  ${name.padEnd(16)} recall ${points(meanWithin(recall))}, against the default ${points(gain)}, under 0.8 ${points(meanWithin(all.map((one) => one.shaky)))}, never seen ${points(meanWithin(all.map((one) => one.unseen)))}`,
    );
  }
}

function prepared(policy: Policy, seed: number, questions: number, days: number) {
  const learner = new SimulatedLearner(seed, { questions, days });
  const collection = unseenQuestions(questions);
  policy(collection, keepingUntil(days), learner);
  const recalls = Array.from({ length: questions }, (_, at) => learner.recall(at, days));
  const share = (holds: (recall: number) => boolean) => recalls.filter(holds).length / questions;
  return {
    recall: recalls.reduce((sum, one) => sum + one, 0) / questions,
    shaky: share((recall) => recall < FIRM),
    unseen: share((recall) => recall === 0),
  };
}

function keepingUntil(days: number): Keeping {
  const pace = { new: HALF_A_MINUTE, learning: HALF_A_MINUTE, review: HALF_A_MINUTE };
  const preparation = { from: 0, until: days, days: [1, 2, 3, 4, 5, 6, 7] };
  return {
    rules: { ...preparation, minutesPerDay: MINUTES, order: "gain", pace },
    model: memoryModel(DEFAULT_WEIGHTS),
    weights: DEFAULT_WEIGHTS,
    settings: DEFAULT_SETTINGS,
    today: { day: 0, spentMs: 0, newStarted: 0 },
  };
}

function keepAll(
  collection: Collection,
  keeping: Keeping,
  learner: SimulatedLearner,
  order: PlanRules["order"],
): void {
  const rules = { ...keeping.rules, order };
  keepPlan(collection, { ...keeping, rules }, learner.answer, learner.isMissed);
}

/**
 * What is due, then what is new, as far as the day's limits and minutes go; or paced, what is new for
 * the day first. What is not due is not asked.
 */
function keepLimits(
  collection: Collection,
  keeping: Keeping,
  learner: SimulatedLearner,
  isPaced = false,
): void {
  const { rules } = keeping;
  const { newPerDay, duePerDay } = DEFAULT_SETTINGS;
  const costs = costsOf(rules.pace);
  for (let day = 0; day < rules.until; day += 1) {
    if (learner.isMissed(day)) continue;
    const places = [...collection.stability.keys()];
    const unseen = places.filter((at) => collection.stability[at] === 0);
    const due = places
      .filter((at) => collection.stability[at] !== 0 && memoryAt(collection, at).dueDay <= day)
      .toSorted((a, b) => memoryAt(collection, a).dueDay - memoryAt(collection, b).dueDay);
    const leftMs = rules.minutesPerDay * 60_000;
    const within = (ms: number, each: number) => Math.max(0, Math.round(ms / each));
    const first = isPaced
      ? Math.min(newOfDay(unseen.length, day, rules), pacedMost(day))
      : within(leftMs, costs.review);
    const asked = isPaced ? unseen.slice(0, first) : due.slice(0, Math.min(first, duePerDay));
    const spentMs = asked.length * (isPaced ? costs.new : costs.review);
    const rest = isPaced
      ? due.slice(0, within(leftMs - spentMs, costs.review))
      : unseen.slice(0, Math.min(newPerDay, within(leftMs - spentMs, costs.new)));
    ask([...asked, ...rest], day);
  }

  function pacedMost(day: number): number {
    const share = day <= lastDayForNew(rules) ? 0.8 : 1;
    return Math.round((share * rules.minutesPerDay * 60_000) / costs.new);
  }

  function ask(places: readonly number[], day: number): void {
    for (const at of places) answerOne(at, day);
  }

  function answerOne(at: number, day: number): void {
    noteGrade(
      collection,
      keeping,
      { at, day },
      learner.answer(at, day, collection.stability[at] === 0),
    );
  }
}

function points({ mean, half }: { mean: number; half: number }): string {
  return `${(100 * mean).toFixed(1)} ± ${(100 * half).toFixed(1)}`;
}
