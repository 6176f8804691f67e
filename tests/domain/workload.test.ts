import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_WEIGHTS, schedule } from "@/lib/domain/schedule";
import { DEFAULT_SETTINGS } from "@/lib/domain/settings";
import { reviewsPerDay, stabilityGroups, studiedQuestions } from "@/lib/domain/workload";
import { aScheduling } from "@/tests/support/scheduling";
import { inReview, UNSEEN } from "@/tests/support/standings";

const settings = { weights: DEFAULT_WEIGHTS, maximumIntervalDays: 365 };
const anyGroup = fc.record({
  stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
  questions: fc.integer({ min: 1, max: 500 }),
});
const anyRetention = fc.double({ min: 0.7, max: 0.97, noNaN: true });

describe("reviews a day", () => {
  test("at 90 % a question comes back once in its stability", () => {
    const groups = [
      { stability: 10, questions: 3 },
      { stability: 50, questions: 10 },
    ];
    expect(reviewsPerDay(groups, 0.9, settings)).toBeCloseTo(3 / 10 + 10 / 50);
  });

  test("none studied is none a day", () => {
    expect(reviewsPerDay([], 0.9, settings)).toBe(0);
  });

  test("a question is asked at most once a day, however weak its memory", () => {
    expect(reviewsPerDay([{ stability: 0.01, questions: 2 }], 0.97, settings)).toBe(2);
  });

  test("and at least once in the maximum interval, however strong", () => {
    expect(reviewsPerDay([{ stability: 36_500, questions: 1 }], 0.7, settings)).toBe(1 / 365);
  });

  test("the interval is the one that the schedule gives", () => {
    for (const desiredRetention of [0.8, 0.85, 0.9, 0.95]) {
      const scheduling = aScheduling({ ...DEFAULT_SETTINGS, desiredRetention, fuzz: false });
      const seen = { id: "q", memory: { phase: "new" } as const };
      const { intervalDays, memory } = schedule(seen, 4, NOW, scheduling);
      const groups = [{ stability: memory.stability, questions: 1 }];
      expect(reviewsPerDay(groups, desiredRetention, scheduling)).toBeCloseTo(1 / intervalDays);
    }
  });

  test("a higher retention never asks for fewer", () => {
    fc.assert(
      fc.property(fc.array(anyGroup), anyRetention, anyRetention, (groups, one, other) => {
        const [lower, higher] = [Math.min(one, other), Math.max(one, other)];
        const gain =
          reviewsPerDay(groups, higher, settings) - reviewsPerDay(groups, lower, settings);
        expect(gain).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });
});

test("the questions that an estimate rests on are those of all groups", () => {
  expect(studiedQuestions([])).toBe(0);
  expect(
    studiedQuestions([
      { stability: 1, questions: 2 },
      { stability: 9, questions: 3 },
    ]),
  ).toBe(5);
});

test("memories about equally stable are one group, of their mean", () => {
  const suspended = { ...inReview(50), suspended: true };
  const topics = [
    [inReview(100), UNSEEN],
    [inReview(101), inReview(50), suspended],
  ];
  expect(stabilityGroups(topics)).toEqual([
    { stability: 100.5, questions: 2 },
    { stability: 50, questions: 1 },
  ]);
  expect(stabilityGroups([])).toEqual([]);
});

const NOW = new Date("2026-11-24T19:00:00Z");
