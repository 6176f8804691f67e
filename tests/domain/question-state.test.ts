import { describe, expect, test } from "vitest";
import { stateText } from "@/lib/domain/question-state";
import type { Standing } from "@/lib/domain/standing";
import { A_DAY_MS, inReview, momentAt, UNSEEN } from "@/tests/support/standings";

const rule = { zone: "UTC", rolloverHour: 0 };
const evening = momentAt(9 * A_DAY_MS + 19 * 3_600_000);
const review = { ...inReview(20), lastStudyDay: 2 };

describe("how a question stands, in a row of a list", () => {
  test.each<[string, Standing]>([
    ["new", UNSEEN],
    ["due, 96\u00a0% recall", { ...review, dueAt: onDay(9, 23) }],
    ["due tomorrow, 96\u00a0% recall", { ...review, dueAt: onDay(10, 5) }],
    ["due in 3\u00a0d, 96\u00a0% recall", { ...review, dueAt: onDay(12, 1) }],
    ["suspended", { ...review, suspended: true, buriedUntil: onDay(10, 0) }],
    ["put off until tomorrow at 00:00, 96\u00a0% recall", { ...review, buriedUntil: onDay(10, 0) }],
    [
      "due at 19:10, graded today",
      { ...review, state: "relearning", lastStudyDay: 9, dueAt: onDay(9, 19, 10) },
    ],
  ])("%s", (text, standing) => {
    expect(stateText(standing, evening, rule)).toBe(text);
  });

  test("of the day of a grade no recall is told, however sure it would be", () => {
    const graded = { ...review, lastStudyDay: 9, dueAt: onDay(12, 1) };
    expect(stateText(graded, evening, rule)).toBe("due in 3\u00a0d, graded today");
  });
});

function onDay(day: number, hour: number, minute = 0): Date {
  return new Date(day * A_DAY_MS + (hour * 60 + minute) * 60_000);
}
