import type { Gap } from "@/lib/domain/plan-gaps";
import type { PlanOrder } from "@/lib/domain/plan-day";
import type { Readiness } from "@/lib/domain/readiness";

/** What is planned until the interview, and what it leads to. */
export type PlanView = {
  /** Every study day from today to the eve; none of its figures is above 0 on a day off. */
  days: PlanDayView[];
  /** What is never seen, the most first. */
  leftOut: { topic: string; titles: string[]; questions: number }[];
  /** If the plan is kept. */
  reaches: Readiness;
  /** Without another review. */
  asThingsStand: Readiness;
  sentence: string;
  order: PlanOrder;
  /** On how many answers the learner's pace rests, by what was answered; 0 for a minute each. */
  paceRestsOn: { new: number; learning: number; review: number };
  gap: Gap | null;
  /** On the last two days: what a review gains in each of the next ten minutes, 0–1; else empty. */
  lastMinutes: number[];
};

export type PlanDayView = {
  /** `YYYY-MM-DD` */
  studyDay: string;
  minutes: number;
  /** Reviews, of steps too on the first day. */
  due: number;
  new: number;
};
