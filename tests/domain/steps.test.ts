import { describe, expect, test } from "vitest";
import type { Memory } from "@/lib/domain/memory";
import type { Rating } from "@/lib/domain/rating";
import { stepAhead } from "@/lib/domain/steps";

const steps = { learningStepsMinutes: [1, 10], relearningStepsMinutes: [10, 60, 240] };
const none = { learningStepsMinutes: [], relearningStepsMinutes: [] };
const again = (step: number) => ({ phase: "relearning", step, minutes: 10 }) as const;

describe("a new question", () => {
  test.each<[Rating, object | null]>([
    [1, { phase: "learning", step: 0, minutes: 1 }],
    [2, { phase: "learning", step: 0, minutes: 6 }],
    [3, { phase: "learning", step: 1, minutes: 10 }],
    [4, null],
  ])("graded %d", (rating, step) => {
    expect(stepAhead({ phase: "new" }, rating, steps)).toEqual(step);
  });

  test("leaves for days at once where there are no steps", () => {
    for (const rating of [1, 2, 3, 4] as const)
      expect(stepAhead({ phase: "new" }, rating, none)).toBeNull();
  });
});

describe("a question in review", () => {
  test("is relearned when it was forgotten, and only then", () => {
    expect(stepAhead(on("review", 0), 1, steps)).toEqual(again(0));
    for (const rating of [2, 3, 4] as const)
      expect(stepAhead(on("review", 0), rating, steps)).toBeNull();
  });
});

describe("a question on its second step", () => {
  test.each<[Rating, object | null]>([
    [1, again(0)],
    [2, { phase: "relearning", step: 1, minutes: 60 }],
    [3, { phase: "relearning", step: 2, minutes: 240 }],
    [4, null],
  ])("graded %d", (rating, step) => {
    expect(stepAhead(on("relearning", 1), rating, steps)).toEqual(step);
  });

  test("which was taken away meanwhile begins anew with Again, and leaves with anything else", () => {
    const one = { ...steps, relearningStepsMinutes: [10] };
    expect(stepAhead(on("relearning", 1), 1, one)).toEqual(again(0));
    for (const rating of [2, 3, 4] as const)
      expect(stepAhead(on("relearning", 1), rating, one)).toBeNull();
  });
});

test("Hard on a single step waits half as long again, and less than a day", () => {
  const waits = [10, 15, 1000, 1439].map((minutes) =>
    stepAhead({ phase: "new" }, 2, { ...none, learningStepsMinutes: [minutes] }),
  );
  expect(waits.map((wait) => wait?.minutes)).toEqual([15, 23, 1439, 1439]);
});

function on(phase: "review" | "relearning", step: number): Memory {
  const at = new Date("2026-11-24T19:00:00Z");
  const rest = { stability: 3, difficulty: 5, reps: 3, lapses: 1, dueAt: at, lastReviewedAt: at };
  return { phase, step, lastStudyDay: 20_000, ...rest };
}
