import fc from "fast-check";
import { expect, test } from "vitest";
import { comesUpWithin } from "@/lib/domain/queue";
import { nextUpIn } from "@/lib/domain/waiting";
import { A_DAY_MS, anyGroup, anyMs, momentAt } from "@/tests/support/standings";

test("property: the next to come up is the first of all that come up", () => {
  const anyLeft = fc.nat({ max: 1 }).map((review) => ({ new: 0, review }));
  fc.assert(
    fc.property(fc.array(anyGroup, { maxLength: 3 }), anyMs, anyLeft, (groups, ms, left) => {
      const rule = { zone: "UTC", rolloverHour: 0 };
      const { endOfDay } = momentAt(ms);
      const day = { rule, endOfDay, left, duePerDay: 10 };
      // Questions are put off until a study day begins.
      const all = groups.map((group) =>
        group.map((one) => ({
          ...one,
          buriedUntil: one.buriedUntil && startOfDay(one.buriedUntil),
        })),
      );
      const times = all.flat().flatMap((one) => comesUpWithin(one, day)?.getTime() ?? []);
      const first = times.length === 0 ? undefined : Math.min(...times);
      expect(nextUpIn(all, day)?.getTime()).toBe(first);
    }),
  );
});

function startOfDay(date: Date): Date {
  return momentAt(momentAt(date.getTime()).studyDay * A_DAY_MS).now;
}
