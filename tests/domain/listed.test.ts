import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstNarrowed } from "@/lib/domain/listed";
import { hasMark, MARKS, marksIn, sumOfMarks } from "@/lib/domain/list-marks";
import { A_DAY_MS, anyGroup, anyMs, inReview, momentAt, UNSEEN } from "@/tests/support/standings";

const moment = momentAt(9 * A_DAY_MS);

describe("a list of questions", () => {
  const soon = { ...inReview(50), id: "soon", dueAt: new Date(10 * A_DAY_MS) };
  const late = { ...inReview(1), id: "late", dueAt: new Date(20 * A_DAY_MS), flagged: true };
  const today = { ...inReview(1), id: "today", dueAt: new Date(15 * A_DAY_MS), lastStudyDay: 9 };
  const unseen = { ...UNSEEN, id: "unseen", flagged: true };
  const groups = [
    [unseen, late],
    [today, soon],
  ];

  test("is ordered by what is first due, what was never seen last", () => {
    expect(ids(null, "due")).toEqual(["soon", "today", "late", "unseen"]);
  });

  test("or by what is recalled least, what that can't be told of last", () => {
    expect(ids(null, "recall")).toEqual(["late", "soon", "today", "unseen"]);
  });

  test("and narrowed to those with a mark", () => {
    expect(ids("flagged", "due")).toEqual(["late", "unseen"]);
    expect(ids("flagged", "document")).toEqual(["late", "unseen"]);
    expect(ids("suspended", "due")).toEqual([]);
  });

  function ids(is: "flagged" | "suspended" | null, order: "document" | "due" | "recall") {
    return firstNarrowed(groups, { is, order }, moment).map(({ id }) => id);
  }
});

test("property: as many are listed with a mark as are counted with it", () => {
  const anyMark = fc.constantFrom(...MARKS);
  const anyOrder = fc.constantFrom("document" as const, "due" as const, "recall" as const);
  fc.assert(
    fc.property(
      fc.array(anyGroup, { maxLength: 3 }),
      anyMs,
      anyMark,
      anyOrder,
      (groups, ms, is, order) => {
        const at = momentAt(ms);
        const listed = firstNarrowed(groups, { is, order }, at);
        expect(listed).toHaveLength(sumOfMarks(groups.map((group) => marksIn(group, at)))[is]);
        expect(listed.every((standing) => hasMark(standing, is, at))).toBe(true);
      },
    ),
  );
});
