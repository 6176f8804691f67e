import fc from "fast-check";
import type { Rating } from "@/lib/domain/rating";
import { DEFAULT_WEIGHTS, type Scheduling } from "@/lib/domain/schedule";
import { DEFAULT_SETTINGS } from "@/lib/domain/settings";

/** The defaults of a learner in UTC, with what a test wants changed. */
export function aScheduling(changes: Partial<Scheduling> = {}): Scheduling {
  return {
    ...DEFAULT_SETTINGS,
    zone: "UTC",
    rolloverHour: 4,
    weights: DEFAULT_WEIGHTS,
    ...changes,
  };
}

export const anyRating: fc.Arbitrary<Rating> = fc.constantFrom(1, 2, 3, 4);

const anySteps = fc.constantFrom([], [10], [1, 10], [5, 30, 120], [10, 60, 240, 720], [1439]);

/** Settings as a learner may change them between two reviews; weights stay. */
export const anyScheduling: fc.Arbitrary<Scheduling> = fc
  .record({
    zone: fc.constantFrom(
      "UTC",
      "Europe/Berlin",
      "America/New_York",
      "Asia/Kolkata",
      "Pacific/Auckland",
      "Pacific/Kiritimati",
      "Pacific/Honolulu",
    ),
    rolloverHour: fc.integer({ min: 0, max: 23 }),
    desiredRetention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
    learningStepsMinutes: anySteps,
    relearningStepsMinutes: anySteps,
    maximumIntervalDays: fc.constantFrom(1, 30, 365, 3650),
    fuzz: fc.boolean(),
  })
  .map(aScheduling);
