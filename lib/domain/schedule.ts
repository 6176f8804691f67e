import {
  computeDecayFactor,
  default_w,
  type FSRS,
  forgetting_curve,
  fsrs,
  get_fuzz_range,
} from "ts-fsrs";
import type { Memory, SeenMemory } from "./memory";
import type { PerRating, Rating } from "./rating";
import type { ScheduleSettings, StudyDayRule } from "./settings";
import { type StepAhead, stepAhead } from "./steps";
import { addMinutes, addStudyDays, studyDay } from "./study-day";

/** The 21 weights of FSRS-6 as published, for learners without their own (ts-fsrs `default_w`). */
export const DEFAULT_WEIGHTS: readonly number[] = default_w;

/** All that a schedule depends on besides the question, the rating and the time. */
export type Scheduling = ScheduleSettings & StudyDayRule & { weights: readonly number[] };

export type Scheduled = { memory: SeenMemory; intervalDays: number };

/** What the past alone decides of a memory, whatever the settings are. */
type Remembered = Omit<SeenMemory, "phase" | "step" | "dueAt">;

type Question = { id: string; memory: Memory };

const MINUTES_A_DAY = 1440;

/**
 * What a rating given now makes of a question's memory, and how long until it is due again: a
 * fraction of a day for a learning step, whole study days otherwise. The same input gives the same
 * interval, fuzz included, so what a button shows is what is saved.
 * @throws RangeError for weights that are not FSRS-6's
 */
export function schedule(
  question: Question,
  rating: Rating,
  now: Date,
  scheduling: Scheduling,
): Scheduled {
  const review = { rating, at: now, studyDay: studyDay(now, scheduling) };
  const after = remember(question.memory, review, scheduling.weights);
  const { phase, step, ...wait } = placeAhead(question, review, scheduling);
  const dueAt =
    "minutes" in wait ? addMinutes(now, wait.minutes) : addStudyDays(now, wait.days, scheduling);
  return { intervalDays: inDays(wait), memory: { ...after, phase, step, dueAt } };
}

/** The interval that each of the four buttons would give now, in days. */
export function intervals(
  question: Question,
  now: Date,
  scheduling: Scheduling,
): PerRating<number> {
  // A session asks for those of a hundred questions: one look at the calendar is enough for all four.
  const day = studyDay(now, scheduling);
  const days = (rating: Rating) =>
    inDays(placeAhead(question, { rating, at: now, studyDay: day }, scheduling));
  return { again: days(1), hard: days(2), good: days(3), easy: days(4) };
}

type Wait = { minutes: number } | { days: number };

/** Where a rating leads to: a step, or whole study days. */
function placeAhead(
  question: Question,
  given: Given,
  scheduling: Scheduling,
): StepAhead | { phase: "review"; step: 0; days: number } {
  const ahead = stepAhead(question.memory, given.rating, scheduling);
  return ahead ?? { phase: "review", step: 0, days: daysUntilDue(question, given, scheduling) };
}

function inDays(wait: Wait): number {
  return "minutes" in wait ? wait.minutes / MINUTES_A_DAY : wait.days;
}

type Given = { rating: Rating; at: Date; studyDay: number };

/**
 * What a review makes of a memory, as far as the past decides it: stability and difficulty by FSRS-6
 * from ratings and study days. `replay` adds up the same.
 * @throws RangeError for weights that are not FSRS-6's
 */
export function remember(before: Memory, review: Given, weights: readonly number[]): Remembered {
  const { rating, at, studyDay: day } = review;
  const known = before.phase === "new" ? null : before;
  const forgotten = before.phase === "review" && rating === 1;
  const { stability, difficulty } = memoryModel(weights).next_state(
    known,
    elapsedDays(before, day),
    rating,
  );
  return {
    stability,
    difficulty,
    reps: (known?.reps ?? 0) + 1,
    lapses: (known?.lapses ?? 0) + (forgotten ? 1 : 0),
    lastReviewedAt: at,
    lastStudyDay: day,
  };
}

/** Predicted chance of recall on a study day, 0–1; 1 on the day of the last review itself. */
export function retrievability(
  memory: SeenMemory,
  onStudyDay: number,
  weights: readonly number[],
): number {
  return forgetting_curve(checked(weights), elapsedDays(memory, onStudyDay), memory.stability);
}

/** The forgetting curve of FSRS-6: recall = (1 + factor × days / stability) ^ decay. */
export function forgettingCurve(weights: readonly number[]): { decay: number; factor: number } {
  return computeDecayFactor(checked(weights));
}

/**
 * Whole days until recall falls to a share, 0–1: FSRS-6's forgetting curve turned round. At least one,
 * as it schedules; without fuzz.
 */
export function daysUntilRecall(
  share: number,
  stability: number,
  weights: readonly number[],
): number {
  const { decay, factor } = forgettingCurve(weights);
  return Math.max(1, Math.round((stability * (share ** (1 / decay) - 1)) / factor));
}

/** Whether something is a vector for FSRS-6: 21 numbers. FSRS-7, which has 34, is another model. */
export function isWeights(value: unknown): value is number[] {
  return Array.isArray(value) && value.length === 21 && value.every(Number.isFinite);
}

/** None where a learner travelled west, or a clock was put back, to an earlier study day. */
function elapsedDays(memory: Memory, day: number): number {
  return memory.phase === "new" ? 0 : Math.max(0, day - memory.lastStudyDay);
}

/**
 * Whole days until a question is due. In review the buttons part, Good above Hard and Easy above
 * Good, and an on-time Good is not shorter than the interval just passed; as the maximum allows.
 */
function daysUntilDue({ id, memory }: Question, given: Given, scheduling: Scheduling): number {
  const { maximumIntervalDays, weights } = scheduling;
  const { rating, studyDay: day } = given;
  const passed = elapsedDays(memory, day);
  const draw = (one: Rating) => {
    const { stability, reps } = remember(memory, { ...given, rating: one }, weights);
    return drawDays(stability, passed, `${id}${reps}`, scheduling);
  };
  if (memory.phase !== "review" || rating === 1) return draw(rating).days;
  const [forHard, forGood, forEasy] = [draw(2), draw(3), draw(4)];
  // What is longer than these settings would give was passed under others, and these decide now.
  const kept = passed <= forGood.most ? Math.max(forGood.days, passed) : forGood.days;
  const hard = Math.min(forHard.days, kept);
  const good = Math.max(kept, hard + 1);
  const easy = Math.max(forEasy.days, Math.min(good + 1, forEasy.most));
  return Math.min({ 2: hard, 3: good, 4: easy }[rating], maximumIntervalDays);
}

/**
 * Days until recall falls to the desired retention, with fuzz as the seed has it; and the most that
 * a button gives for that stability: what fuzz may add, and two days for Hard, Good and Easy to part.
 */
function drawDays(
  stability: number,
  passed: number,
  seed: string,
  scheduling: Scheduling,
): { days: number; most: number } {
  const { fuzz, maximumIntervalDays } = scheduling;
  const engine = intervalEngine(scheduling);
  engine.seed = seed;
  const days = engine.next_interval(stability, passed);
  const plain = Math.max(1, Math.round(stability * engine.interval_modifier));
  const longest = fuzz ? get_fuzz_range(plain, passed, maximumIntervalDays).max_ivl : plain;
  return { days, most: longest + 2 };
}

// Settings arrive as one object a request or a session, and setting ts-fsrs up costs more than a rating.
const engines = new WeakMap<Scheduling, FSRS>();
const models = new WeakMap<readonly number[], FSRS>();

function intervalEngine(scheduling: Scheduling): FSRS {
  const known = engines.get(scheduling);
  if (known) return known;
  const made = fsrs({
    ...MODEL,
    w: checked(scheduling.weights),
    request_retention: scheduling.desiredRetention,
    maximum_interval: scheduling.maximumIntervalDays,
    enable_fuzz: scheduling.fuzz,
  });
  engines.set(scheduling, made);
  return made;
}

function memoryModel(weights: readonly number[]): FSRS {
  const known = models.get(weights);
  if (known) return known;
  const made = fsrs({ ...MODEL, w: checked(weights) });
  models.set(weights, made);
  return made;
}

// ts-fsrs lowers w17 and w18 for every relearning step after the first; FSRS-6 as published does not.
const MODEL = { enable_short_term: true, relearning_steps: [] };

/** ts-fsrs itself takes its defaults for a vector of another length, and says so on the console. */
function checked(weights: readonly number[]): readonly number[] {
  if (isWeights(weights)) return weights;
  throw new RangeError(`FSRS-6 takes 21 weights, all of them numbers, and not ${weights.length}`);
}
