import fc from "fast-check";
import { expect, test } from "vitest";
import type { SeenMemory } from "@/lib/domain/memory";
import { memoryModel } from "@/lib/domain/memory-model";
import type { Rating } from "@/lib/domain/rating";
import { DEFAULT_WEIGHTS, remember, retrievability } from "@/lib/domain/schedule";

const AT = new Date("2026-11-28T10:00:00Z");
const model = memoryModel(DEFAULT_WEIGHTS);
const aRating = fc.constantFrom<Rating>(1, 2, 3, 4);

const seen = (stability: number, difficulty: number, lastStudyDay: number): SeenMemory => ({
  phase: "review",
  step: 0,
  stability,
  difficulty,
  reps: 1,
  lapses: 0,
  dueAt: AT,
  lastReviewedAt: AT,
  lastStudyDay,
});

test("any row of grades leaves what the schedule makes of it", () => {
  fc.assert(
    fc.property(
      aRating,
      fc.array(fc.record({ rating: aRating, days: fc.nat({ max: 60 }) }), { maxLength: 12 }),
      (first, others) => {
        let studyDay = 0;
        let ours = model.first(first);
        let theirs = remember(
          { phase: "new" },
          { rating: first, at: AT, studyDay },
          DEFAULT_WEIGHTS,
        );
        for (const { rating, days } of others) {
          studyDay += days;
          const before = seen(theirs.stability, theirs.difficulty, studyDay - days);
          theirs = remember(before, { rating, at: AT, studyDay }, DEFAULT_WEIGHTS);
          ours = model.after(ours, days, rating);
        }
        expect(ours.stability / theirs.stability).toBeCloseTo(1, 4);
        expect(ours.difficulty).toBeCloseTo(theirs.difficulty, 5);
      },
    ),
  );
});

test("recall falls as the schedule has it", () => {
  for (const days of [0, 1, 30])
    expect(model.recall(days, 5)).toBeCloseTo(
      retrievability(seen(5, 5, 0), days, DEFAULT_WEIGHTS),
      6,
    );
});
