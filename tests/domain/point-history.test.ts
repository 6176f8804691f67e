import fc from "fast-check";
import { expect, test } from "vitest";
import { pointHistory, type PointOutcome } from "@/lib/domain/point-history";

test.each<[PointOutcome[], boolean]>([
  [[], false],
  [["missed"], false],
  [["missed", "missed"], true],
  [["missed", "recalled"], false],
  [["missed", "recalled", "wrong"], true],
  [["missed", "missed", "recalled", "recalled"], false],
  [["recalled", "recalled", "wrong", "missed"], true],
])("after %j it slips: %s", (outcomes, slipping) => {
  expect(pointHistory(outcomes).slipping).toBe(slipping);
});

test("property: the last five are told, and slipping is of the last three alone", () => {
  const outcome = fc.constantFrom<PointOutcome[]>("recalled", "missed", "wrong");
  fc.assert(
    fc.property(fc.array(outcome), fc.array(outcome, { minLength: 3 }), (earlier, later) => {
      const all = [...earlier, ...later];
      const { lately, slipping } = pointHistory(all);
      expect(all.slice(-lately.length)).toEqual(lately);
      expect(lately).toHaveLength(Math.min(5, all.length));
      expect(slipping).toBe(pointHistory(later).slipping);
    }),
  );
});
