import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPlanned, lastDayForNew, newOfDay, plannedDays } from "@/lib/domain/pacing";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const anyPreparation = fc
  .record({
    from: fc.integer({ min: 20_000, max: 21_000 }),
    length: fc.integer({ min: 2, max: 70 }),
    days: fc.subarray(EVERY_DAY, { minLength: 1 }),
  })
  .map(({ from, length, days }) => ({ from, until: from + length, days }));

describe("pacing new questions", () => {
  test("plans for the days of the week that were chosen, until the eve of the interview", () => {
    // 2026-11-28, a Saturday.
    const saturday = 20_785;
    const preparation = { until: saturday + 9, days: [1, 6] };
    expect(plannedDays(saturday, preparation)).toEqual([saturday, saturday + 2, saturday + 7]);
    expect(isPlanned(saturday + 9, preparation)).toBe(false);
  });

  test("has all seen by seven tenths of the time", () => {
    const preparation = { from: 20_785, until: 20_795, days: EVERY_DAY };
    expect(lastDayForNew(preparation)).toBe(20_791);
    expect(newOfDay(70, 20_785, preparation)).toBe(10);
  });

  test("spreads a missed day over those that are left", () => {
    const preparation = { from: 20_785, until: 20_795, days: EVERY_DAY };
    expect(newOfDay(70, 20_786, preparation)).toBe(12);
    expect(newOfDay(70, 20_793, preparation)).toBe(70);
  });

  test("property: whoever keeps to it has seen all by then, and nothing is for a day off", () => {
    fc.assert(
      fc.property(anyPreparation, fc.nat({ max: 900 }), (preparation, questions) => {
        let unseen = questions;
        for (const day of plannedDays(preparation.from, preparation)) {
          expect(day <= lastDayForNew(preparation) || unseen === 0).toBe(true);
          unseen -= newOfDay(unseen, day, preparation);
        }
        expect(plannedDays(preparation.from, preparation).length === 0 || unseen === 0).toBe(true);
      }),
    );
  });
});
