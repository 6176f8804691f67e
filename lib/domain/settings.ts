import { err, ok, type Result } from "@/lib/result";
import { type ChosenWay, isChosenWay } from "./way";

/** When a learner's day begins. */
export type StudyDayRule = { zone: string; rolloverHour: number };

/** What a learner can choose about scheduling. */
export type ScheduleSettings = {
  /** Predicted recall at which a question comes back, 0.7–0.97. */
  desiredRetention: number;
  learningStepsMinutes: readonly number[];
  relearningStepsMinutes: readonly number[];
  maximumIntervalDays: number;
  /** Spread long intervals a little, so that questions learned together part. */
  fuzz: boolean;
};

export type DailyLimits = { newPerDay: number; duePerDay: number };

/** How a learner goes from recalling to grading. */
export type RecallSettings = {
  /** Key points are there to be ticked. */
  tickPoints: boolean;
  /** An answer is opened a section at a time, the next to be recalled before it is seen. */
  bySections: boolean;
};

export type LearnerSettings = ScheduleSettings &
  DailyLimits &
  RecallSettings & {
    /** How they recall, until they choose another way. */
    way: ChosenWay;
  };

/** One step each way: FSRS's own two learning steps would show each long answer twice in an evening. */
export const DEFAULT_SETTINGS: LearnerSettings = {
  desiredRetention: 0.9,
  learningStepsMinutes: [10],
  relearningStepsMinutes: [10],
  maximumIntervalDays: 365,
  fuzz: true,
  newPerDay: 20,
  duePerDay: 100,
  way: "think",
  tickPoints: true,
  bySections: false,
};

type Bounds = { min: number; max: number };

/** The least and the most that each setting takes. */
export const SETTING_BOUNDS = {
  desiredRetention: { min: 0.7, max: 0.97 },
  newPerDay: { min: 0, max: 999 },
  duePerDay: { min: 0, max: 9999 },
  rolloverHour: { min: 0, max: 23 },
  maximumIntervalDays: { min: 1, max: 3650 },
  /** Under a day: the steps of one session. */
  stepMinutes: { min: 1, max: 1439 },
  steps: { min: 0, max: 5 },
} as const satisfies Record<string, Bounds>;

export function isWithin(value: number, { min, max }: Bounds): boolean {
  return value >= min && value <= max;
}

/**
 * Stored settings, whoever wrote them: a field that is missing or can't be used has its default,
 * and what is unknown is left out.
 */
export function settingsFrom(stored: unknown): LearnerSettings {
  const given = new Map<string, unknown>(isObject(stored) ? Object.entries(stored) : []);
  const { desiredRetention } = SETTING_BOUNDS;
  const whole = (name: "newPerDay" | "duePerDay" | "maximumIntervalDays") => {
    const value = given.get(name);
    return isWhole(value, SETTING_BOUNDS[name]) ? value : DEFAULT_SETTINGS[name];
  };
  const steps = (name: "learningStepsMinutes" | "relearningStepsMinutes") => {
    const value = given.get(name);
    // Earlier versions took them in any order.
    return isSteps(value) ? value.toSorted((a, b) => a - b) : DEFAULT_SETTINGS[name];
  };
  const retention = given.get("desiredRetention");
  const way = given.get("way");
  const flag = (name: "fuzz" | "tickPoints" | "bySections") => {
    const value = given.get(name);
    return typeof value === "boolean" ? value : DEFAULT_SETTINGS[name];
  };
  return {
    desiredRetention:
      typeof retention === "number" && isWithin(retention, desiredRetention)
        ? retention
        : DEFAULT_SETTINGS.desiredRetention,
    learningStepsMinutes: steps("learningStepsMinutes"),
    relearningStepsMinutes: steps("relearningStepsMinutes"),
    maximumIntervalDays: whole("maximumIntervalDays"),
    fuzz: flag("fuzz"),
    newPerDay: whole("newPerDay"),
    duePerDay: whole("duePerDay"),
    way: isChosenWay(way) ? way : DEFAULT_SETTINGS.way,
    tickPoints: flag("tickPoints"),
    bySections: flag("bySections"),
  };
}

/** What is wrong with steps: how they are written, how many or how long they are, or their order. */
export type StepsFault = "unreadable" | "too many" | "too short" | "too long" | "out of order";

/**
 * Steps as a learner writes them, in minutes: `10`, `1 10`, `10m 1h`; empty for none. Each is a whole
 * number of minutes under a day, and none shorter than the one before it.
 */
export function stepsFromText(text: string): Result<number[], StepsFault> {
  const parts = text
    .trim()
    .replaceAll(UNIT_APART, "$1")
    .split(/[\s,]+/);
  const minutes = parts.filter((part) => part !== "").map(minutesOf);
  const { steps, stepMinutes } = SETTING_BOUNDS;
  if (minutes.some(Number.isNaN)) return err("unreadable");
  if (minutes.length > steps.max) return err("too many");
  if (minutes.some((step) => step < stepMinutes.min)) return err("too short");
  if (minutes.some((step) => step > stepMinutes.max)) return err("too long");
  if (minutes.some((step, i) => step < (minutes[i - 1] ?? 0))) return err("out of order");
  return ok(minutes);
}

/** Steps as `stepsFromText` reads them: `10m 1h`. */
export function stepsText(minutes: readonly number[]): string {
  return minutes.map((m) => (m % 60 === 0 ? `${m / 60}h` : `${m}m`)).join(" ");
}

// `10 min` is one step, not two.
const UNIT_APART = /(?<=\d)\s+(d\b|h\b|m(?:in)?\b)/gi;

const MINUTES: Record<string, number> = { d: 1440, h: 60 };

function minutesOf(step: string): number {
  const [, amount, unit = "m"] = /^(\d+)(d|h|m|min)?$/i.exec(step) ?? [];
  return Number(amount) * (MINUTES[unit.toLowerCase()] ?? 1);
}

function isSteps(value: unknown): value is number[] {
  const { steps, stepMinutes } = SETTING_BOUNDS;
  if (!Array.isArray(value) || !isWithin(value.length, steps)) return false;
  return value.every((minutes) => isWhole(minutes, stepMinutes));
}

function isWhole(value: unknown, bounds: Bounds): value is number {
  return typeof value === "number" && Number.isInteger(value) && isWithin(value, bounds);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
