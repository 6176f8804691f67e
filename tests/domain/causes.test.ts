import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CAUSES, weaknessOf } from "@/lib/domain/causes";
import { PLAIN_MODEL } from "@/lib/domain/point-recall";
import { type PointReviewed, sumsOf } from "@/lib/domain/point-sums";
import { recallAt } from "@/lib/domain/recall-at";
import { DEFAULT_WEIGHTS } from "@/lib/domain/schedule";
import type { Standing } from "@/lib/domain/standing";
import { anyGroup, inReview, UNSEEN } from "@/tests/support/standings";

const TOLD = { recallDay: 20, weights: DEFAULT_WEIGHTS, pointModel: PLAIN_MODEL };

describe("why a question is lost", () => {
  test("one never seen is lost whole", () => {
    expect(parts([UNSEEN]).unseen).toMatchObject({ questions: 1, lost: 1, ids: ["q"] });
  });

  test("one seen is lost as far as it is forgotten by then", () => {
    const standing = inReview(5);
    const { forgotten } = parts([standing]);
    expect(forgotten.lost).toBeCloseTo(1 - (recallAt(TOLD)(standing) ?? 0), 9);
  });

  test.each([
    ["forgotten three times", { lapses: 3 }],
    ["forgotten twice, and hard", { lapses: 2, difficulty: 8.5 }],
    ["a leech", { lapses: 8, leech: true }],
  ])("one %s is unstable", (_, own) => {
    expect(causes([{ ...inReview(5), ...own }])).toEqual(["unstable"]);
  });

  test("one of which the same point is missed three times is half known, by that point", () => {
    const { "half-known": half } = parts([withPoints({ fencing: "mmm", quorum: "rrr" })]);
    expect(half.points).toMatchObject([{ keyPointId: "fencing", missed: 3, assessed: 3 }]);
    expect(half.points[0]?.chance).toBeLessThan(0.5);
    expect(half.lost).toBeGreaterThan(0.3);
  });

  test("said wrongly is as good as missed, and what was mended is half known no more", () => {
    expect(causes([withPoints({ fencing: "mww" })])).toEqual(["half-known"]);
    expect(causes([withPoints({ fencing: "mwmrr" })])).toEqual(["forgotten"]);
  });

  test("what was graded on that day is told by its points alone", () => {
    expect(causes([{ ...inReview(5), lastStudyDay: 20 }])).toEqual([]);
    const half = { ...withPoints({ fencing: "mmm" }), lastStudyDay: 20 };
    expect(causes([half])).toEqual(["half-known"]);
  });

  test("what is put away is lost to nobody", () => {
    expect(causes([{ ...UNSEEN, suspended: true }])).toEqual([]);
  });
});

test("points are in the order of their chances, those that always came left out", () => {
  const group = [
    withPoints({ a: "mmm", b: "rrr" }),
    { ...withPoints({ c: "rrrm", d: "mm" }), id: "q2" },
  ];
  const { points } = weaknessOf(group, TOLD);
  expect(points.map(({ keyPointId }) => keyPointId)).toEqual(["a", "c", "d"]);
});

test("property: each question has one cause at most, and what is lost of it is a share", () => {
  fc.assert(
    fc.property(anyGroup, (group) => {
      const all = parts(group);
      const ids = CAUSES.flatMap((cause) => all[cause].ids);
      expect(new Set(ids).size).toBe(ids.length);
      for (const cause of CAUSES) {
        const { questions, lost } = all[cause];
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(lost).toBeLessThanOrEqual(questions);
      }
    }),
  );
});

function parts(group: readonly Standing[]) {
  return weaknessOf(group, TOLD).parts;
}

function causes(group: readonly Standing[]) {
  const all = parts(group);
  return CAUSES.filter((cause) => all[cause].questions > 0);
}

const OUTCOMES: Record<string, PointReviewed["outcome"]> = {
  r: "recalled",
  m: "missed",
  w: "wrong",
};

/** A question in review whose points went so, each a letter a review. */
function withPoints(went: Record<string, string>): Standing {
  const reviewed = Object.entries(went).flatMap(([keyPointId, letters]) =>
    letters.split("").map((letter, i) => ({
      keyPointId,
      outcome: OUTCOMES[letter] ?? "missed",
      reviewId: `${i}`,
      predictedRecall: 0.9,
    })),
  );
  return { ...inReview(5), points: { ...sumsOf(reviewed), of: Object.keys(went).length } };
}
