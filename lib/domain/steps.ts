import type { Memory } from "./memory";
import type { Rating } from "./rating";
import { type ScheduleSettings, SETTING_BOUNDS } from "./settings";

/** Where a rating leads within the learning or relearning steps. */
export type StepAhead = { phase: "learning" | "relearning"; step: number; minutes: number };

/**
 * The step that a rating leads to; null where it leads out of the steps, to days. As py-fsrs has it:
 * Again begins the steps anew, Hard repeats one (on the first it waits halfway to the second, or half
 * as long again where there is none), Good goes on to the next, Easy leaves them. Steps may have been
 * taken away since a question stood on one: then it stands behind the last.
 */
export function stepAhead(
  memory: Memory,
  rating: Rating,
  settings: Pick<ScheduleSettings, "learningStepsMinutes" | "relearningStepsMinutes">,
): StepAhead | null {
  if (memory.phase === "review" && rating !== 1) return null;
  const known = memory.phase === "review" || memory.phase === "relearning";
  const phase = known ? "relearning" : "learning";
  const steps = known ? settings.relearningStepsMinutes : settings.learningStepsMinutes;
  const standing = "step" in memory ? memory.step : 0;
  const step = { 1: 0, 2: standing, 3: standing + 1, 4: steps.length }[rating];
  const minutes = steps[step];
  if (minutes === undefined) return null;
  const wait = rating === 2 && step === 0 ? onFirstStep(minutes, steps[1]) : minutes;
  return { phase, step, minutes: wait };
}

/** What Hard waits on the first step: never a day, which would be longer than Good's one day. */
function onFirstStep(first: number, second: number | undefined): number {
  const wait = second === undefined ? first * 1.5 : (first + second) / 2;
  return Math.min(Math.round(wait), SETTING_BOUNDS.stepMinutes.max);
}
