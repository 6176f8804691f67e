import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readinessOf } from "@/lib/domain/readiness";
import { sumOfFigures } from "@/lib/domain/topic";
import { figuresOf } from "@/lib/domain/topic-figures";
import { A_DAY_MS, anyGroup, inReview, momentAt, UNSEEN } from "@/tests/support/standings";

const moment = { ...momentAt(5 * A_DAY_MS), recallDay: 20 };
const ALIKE = { desiredRetention: 0.9 };

describe("readiness", () => {
  test("is the mean of recall on its day, a question never seen counting as 0", () => {
    const alone = readinessOf(figuresOf([inReview(10)], moment, ALIKE));
    const beside = readinessOf(figuresOf([inReview(10), UNSEEN], moment, ALIKE));
    // FSRS-6: 20 days after, with a stability of 10, and the published decay of 0.1542.
    expect(alone?.readiness).toBeCloseTo(0.846, 3);
    expect(beside?.readiness).toBeCloseTo((alone?.readiness ?? 0) / 2, 9);
  });

  test("counts each topic by how much it matters, and all alike where none does", () => {
    const strong = [inReview(100)];
    const weak = [inReview(1)];
    const of = (...importances: (0 | 1 | 3)[]) => {
      const [first = 1, second = 1] = importances;
      return readinessOf(
        sumOfFigures([
          figuresOf(strong, moment, { ...ALIKE, importance: first }),
          figuresOf(weak, moment, { ...ALIKE, importance: second }),
        ]),
      )?.readiness;
    };
    expect(of(3, 0)).toBeCloseTo(readinessOf(figuresOf(strong, moment, ALIKE))?.readiness ?? 0, 9);
    expect(of(3, 1)).toBeGreaterThan(of(1, 1) ?? 1);
    expect(of(0, 0)).toBeCloseTo(of(1, 1) ?? 0, 9);
  });

  test("tells firm from shaky by the recall that is wanted, and what was graded on its day apart", () => {
    const graded = { ...inReview(5), lastStudyDay: 20 };
    const group = [inReview(1000), inReview(1), graded, { ...inReview(1), suspended: true }];
    expect(figuresOf(group, moment, ALIKE)).toMatchObject({
      questions: 4,
      firm: 1,
      shaky: 1,
      gradedToday: 1,
      unseen: 0,
    });
    expect(figuresOf(group, moment, { desiredRetention: 0.6 })).toMatchObject({ firm: 2 });
  });

  test("of nothing is nothing", () => {
    expect(readinessOf(sumOfFigures([]))).toBeNull();
  });

  test("property: its range holds it, stays within 0 and 1, and is narrower for more questions", () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        const told = readinessOf(figuresOf(group, moment, ALIKE));
        if (!told) return;
        expect(told.low).toBeGreaterThanOrEqual(0);
        expect(told.low).toBeLessThanOrEqual(told.readiness);
        expect(told.high).toBeGreaterThanOrEqual(told.readiness);
        expect(told.high).toBeLessThanOrEqual(1);
        const fourfold = readinessOf(figuresOf([group, group, group, group].flat(), moment, ALIKE));
        expect(fourfold?.readiness).toBeCloseTo(told.readiness, 9);
        expect(fourfold?.low).toBeGreaterThanOrEqual(told.low - 1e-9);
        expect(fourfold?.high).toBeLessThanOrEqual(told.high + 1e-9);
      }),
    );
  });
});
