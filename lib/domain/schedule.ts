import {
  type CardInput,
  computeDecayFactor,
  default_w,
  type FSRS,
  forgetting_curve,
  fsrs,
  GenSeedStrategyWithCardId,
  Rating as Grade,
  State,
  StrategyMode,
} from "ts-fsrs";
import type { Memory, SeenMemory } from "./memory";
import type { PerRating, Rating } from "./rating";
import type { ScheduleSettings, StudyDayRule } from "./settings";
import { addMinutes, addStudyDays, daysBetween, studyDay } from "./study-day";

/** The 21 weights of FSRS-6 as published, for learners without their own (ts-fsrs `default_w`). */
export const DEFAULT_WEIGHTS: readonly number[] = default_w;

/** All that a schedule depends on besides the question, the rating and the time. */
export type Scheduling = ScheduleSettings & StudyDayRule & { weights: readonly number[] };

export type Scheduled = { memory: SeenMemory; intervalDays: number };

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * What a rating given now makes of a question's memory, and how long until it is due again: a
 * fraction of a day for a learning step, whole study days otherwise. FSRS-6 by ts-fsrs, which
 * counts UTC calendar days: it is given the learner's study days instead. The same input gives the
 * same interval, fuzz included, so what a button shows is what is saved.
 */
export function schedule(
  question: { id: string; memory: Memory },
  rating: Rating,
  now: Date,
  scheduling: Scheduling,
): Scheduled {
  const { id, memory } = question;
  const today = studyDay(now, scheduling);
  const seeded = { ...toCard(memory), id };
  const shifted = shiftedNow(memory, today);
  const { card } = engine(scheduling).next(seeded, shifted, GRADES[rating]);
  const phase = phaseOf(card.state);
  // To keep Good above Hard and Easy above Good, ts-fsrs goes a day or two over the maximum.
  const days = Math.min(card.scheduled_days, scheduling.maximumIntervalDays);
  const stepMinutes = (card.due.getTime() - shifted) / MINUTE_MS;
  const dueAt =
    phase === "review" ? addStudyDays(now, days, scheduling) : addMinutes(now, stepMinutes);
  return {
    intervalDays: phase === "review" ? days : daysBetween(now, dueAt),
    memory: {
      phase,
      step: phase === "review" ? 0 : card.learning_steps,
      stability: card.stability,
      difficulty: card.difficulty,
      reps: card.reps,
      lapses: card.lapses,
      dueAt,
      lastReviewedAt: now,
      lastStudyDay: today,
    },
  };
}

/** The interval that each of the four buttons would give now, in days. */
export function intervals(
  question: { id: string; memory: Memory },
  now: Date,
  scheduling: Scheduling,
): PerRating<number> {
  const days = (rating: Rating) => schedule(question, rating, now, scheduling).intervalDays;
  return { again: days(1), hard: days(2), good: days(3), easy: days(4) };
}

/**
 * Stability and difficulty after a rating: all of FSRS-6 that the past decides, without settings
 * or a clock. `before` is null for a question never seen; `elapsedDays` are study days.
 */
export function remember(
  before: { stability: number; difficulty: number } | null,
  rating: Rating,
  elapsedDays: number,
  weights: readonly number[],
): { stability: number; difficulty: number } {
  return memoryModel(weights).next_state(before, elapsedDays, rating);
}

/** Predicted chance of recall on a study day, 0–1; 1 on the day of the last review itself. */
export function retrievability(
  memory: SeenMemory,
  onStudyDay: number,
  weights: readonly number[],
): number {
  const elapsedDays = Math.max(0, onStudyDay - memory.lastStudyDay);
  return forgetting_curve(weights, elapsedDays, memory.stability);
}

/** Midnight UTC of the study day; never before the last one, as a learner may have travelled west. */
function shiftedNow(memory: Memory, today: number): number {
  return (memory.phase === "new" ? today : Math.max(today, memory.lastStudyDay)) * DAY_MS;
}

/** The forgetting curve of FSRS-6: recall = (1 + factor × days / stability) ^ decay. */
export function forgettingCurve(weights: readonly number[]): { decay: number; factor: number } {
  return computeDecayFactor(weights);
}

function toCard(memory: Memory): CardInput {
  if (memory.phase === "new") return NO_HISTORY;
  return {
    ...NO_HISTORY,
    state: STATES[memory.phase],
    stability: memory.stability,
    difficulty: memory.difficulty,
    learning_steps: memory.step,
    reps: memory.reps,
    lapses: memory.lapses,
    due: memory.dueAt,
    last_review: memory.lastStudyDay * DAY_MS,
  };
}

const NO_HISTORY = {
  state: State.New,
  due: 0,
  stability: 0,
  difficulty: 0,
  elapsed_days: 0,
  scheduled_days: 0,
  learning_steps: 0,
  reps: 0,
  lapses: 0,
};

const STATES = {
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
} as const;

const GRADES = { 1: Grade.Again, 2: Grade.Hard, 3: Grade.Good, 4: Grade.Easy } as const;

function phaseOf(state: State): SeenMemory["phase"] {
  if (state === State.Learning) return "learning";
  return state === State.Relearning ? "relearning" : "review";
}

// Settings arrive as one object a request or a session, and setting ts-fsrs up costs more than a rating.
const engines = new WeakMap<Scheduling, FSRS>();
const models = new WeakMap<readonly number[], FSRS>();

function engine(scheduling: Scheduling): FSRS {
  const known = engines.get(scheduling);
  if (known) return known;
  const made = fsrs({
    w: scheduling.weights,
    request_retention: scheduling.desiredRetention,
    maximum_interval: scheduling.maximumIntervalDays,
    enable_fuzz: scheduling.fuzz,
    enable_short_term: true,
    learning_steps: scheduling.learningStepsMinutes.map((m) => `${m}m` as const),
    relearning_steps: scheduling.relearningStepsMinutes.map((m) => `${m}m` as const),
  });
  // The default seed holds the time in ms: button and saved interval would differ. Ids must be strings.
  made.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId("id"));
  engines.set(scheduling, made);
  return made;
}

function memoryModel(weights: readonly number[]): FSRS {
  const known = models.get(weights);
  if (known) return known;
  const made = fsrs({ w: weights, enable_short_term: true });
  models.set(weights, made);
  return made;
}
