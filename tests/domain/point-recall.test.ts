import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitPointModel } from "@/lib/domain/point-model";
import { expectedPoints, pointChances, type PointModel } from "@/lib/domain/point-recall";
import { NO_POINTS, type PointReviewed, sumsOf } from "@/lib/domain/point-sums";
import { pointsToGive } from "@/lib/domain/readiness";
import { recallAt } from "@/lib/domain/recall-at";
import { sumOfFigures } from "@/lib/domain/topic";
import { figuresOf } from "@/lib/domain/topic-figures";
import { inReview, momentAt, UNSEEN } from "@/tests/support/standings";

const MODEL: PointModel = { level: 0, slope: 1, questionSpread: 0.5, pointSpread: 0.8, noise: 1 };

describe("the chance of a point", () => {
  test("is that of its question where nothing is known of either", () => {
    const { ofOthers } = pointChances(NO_POINTS, 0.8, MODEL);
    expect(ofOthers).toBeCloseTo(0.8, 6);
  });

  test("is less for one that was missed than for one that was given, and another's lies between", () => {
    const question = sumsOf(reviews(5, { fencing: false, quorum: true }));
    const { ofPoint, ofOthers } = pointChances(question, 0.9, MODEL);
    const [fencing = 1, quorum = 0] = [ofPoint.get("fencing"), ofPoint.get("quorum")];
    expect(fencing).toBeLessThan(ofOthers);
    expect(quorum).toBeGreaterThan(ofOthers);
    expect(fencing).toBeLessThan(0.6);
  });

  test("is the same for all points of a question where points don't differ", () => {
    const question = sumsOf(reviews(5, { fencing: false, quorum: true }));
    const { ofPoint, ofOthers } = pointChances(question, 0.9, { ...MODEL, pointSpread: 0 });
    expect([...ofPoint.values()]).toEqual([ofOthers, ofOthers]);
  });

  test("falls with the recall of its question", () => {
    const question = sumsOf(reviews(3, { fencing: false, quorum: true }));
    const chance = (recall: number) =>
      pointChances(question, recall, MODEL).ofPoint.get("fencing") ?? 1;
    expect(chance(0.6)).toBeLessThan(chance(0.95));
  });

  test("rests on nothing that was graded on the day of a review or first of all", () => {
    const question = sumsOf([
      ...reviews(1, { fencing: false }, null),
      ...reviews(1, { fencing: false }, 1),
    ]);
    const { ofPoint, ofOthers } = pointChances(question, 0.9, MODEL);
    expect(ofPoint.get("fencing")).toBe(ofOthers);
    expect(question.points[0]).toMatchObject({ lately: ["missed", "missed"], missed: 2 });
  });
});

test("a question brings its points' chances together, and counts those that no review assessed", () => {
  const question = { ...sumsOf(reviews(5, { fencing: false, quorum: true })), of: 4 };
  const { ofPoint, ofOthers } = pointChances(question, 0.9, MODEL);
  const known = [...ofPoint.values()].reduce((a, b) => a + b, 0);
  const { expected, of } = expectedPoints(question, 0.9, MODEL);
  expect(of).toBe(4);
  expect(expected).toBeCloseTo(known + 2 * ofOthers, 9);
});

test("a topic counts the points of what is told: none of one never seen, nor of one graded today or put away", () => {
  const seen = { ...inReview(10), points: { ...sumsOf(reviews(2, { fencing: true })), of: 3 } };
  const group = [
    seen,
    { ...UNSEEN, points: { ...NO_POINTS, of: 4 } },
    { ...seen, lastStudyDay: 20 },
    { ...seen, suspended: true },
  ];
  const moment = { ...momentAt(0), recallDay: 20 };
  const recall = recallAt(moment)(seen) ?? 0;
  const figures = (importance: 0 | 1) =>
    figuresOf(group, moment, { desiredRetention: 0.9, importance, pointModel: MODEL });
  expect(figures(1).points).toEqual({
    expected: expectedPoints(seen.points, recall, MODEL).expected,
    of: 7,
  });
  const both = sumOfFigures([figures(0), figures(1)]);
  expect(pointsToGive(both).of).toBe(7);
  expect(pointsToGive(figures(0)).of).toBe(7);
});

describe("what is estimated of a learner", () => {
  test("is nothing but FSRS's word before anything was assessed", () => {
    expect(fitPointModel([[UNSEEN]])).toMatchObject({ level: 0, slope: 1, pointSpread: 0 });
  });

  test("tells points that differ from points that don't", () => {
    const differ = Array.from({ length: 40 }, (_, i) =>
      standing(reviews(6, { [`${i}a`]: false, [`${i}b`]: true, [`${i}c`]: true })),
    );
    const same = Array.from({ length: 40 }, (_, i) =>
      standing(
        [0, 1, 2, 3, 4, 5].flatMap((n) =>
          reviews(1, { [`${i}a`]: n % 3 > 0, [`${i}b`]: n % 3 !== 1, [`${i}c`]: n % 3 < 2 }),
        ),
      ),
    );
    expect(fitPointModel([differ]).pointSpread).toBeGreaterThan(0.5);
    expect(fitPointModel([same]).pointSpread).toBe(0);
  });

  test("is the same however its questions are grouped", () => {
    const all = Array.from({ length: 12 }, (_, i) =>
      standing(reviews(3, { [`${i}a`]: i % 2 === 0, [`${i}b`]: i % 3 > 0 })),
    );
    expect(fitPointModel([all.slice(0, 5), all.slice(5)])).toEqual(fitPointModel([all]));
  });
});

test("property: chances are chances, whatever was assessed and however often", () => {
  const outcomes = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.boolean());
  const assessed = fc.array(
    fc.record({ times: fc.integer({ min: 1, max: 400 }), outcomes, recall: recalls() }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(assessed, recalls(), (all, recall) => {
      const question = sumsOf(all.flatMap((one) => reviews(one.times, one.outcomes, one.recall)));
      const model = fitPointModel([[{ ...UNSEEN, points: { ...question, of: 3 } }]]);
      const { expected } = expectedPoints({ ...question, of: 3 }, recall ?? 0, model);
      expect(expected).toBeGreaterThan(0);
      expect(expected).toBeLessThan(3);
    }),
    { numRuns: 50 },
  );
});

function recalls() {
  return fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
}

function standing(reviewed: PointReviewed[]) {
  return { ...UNSEEN, points: { ...sumsOf(reviewed), of: 3 } };
}

let review = 0;

/** The same outcomes in a number of reviews. */
function reviews(
  times: number,
  given: Record<string, boolean>,
  predictedRecall: number | null = 0.9,
): PointReviewed[] {
  return Array.from({ length: times }, () => {
    const reviewId = String((review += 1));
    return Object.entries(given).map(([keyPointId, was]) => ({
      keyPointId,
      outcome: was ? ("recalled" as const) : ("missed" as const),
      reviewId,
      predictedRecall,
    }));
  }).flat();
}
