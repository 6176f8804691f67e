import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessment, mark, type Marking, UNMARKED } from "@/lib/domain/marks";

const POINTS = ["a", "b", "c"].map((id) => ({ id, text: `Point ${id}` }));
const IDS = POINTS.map(({ id }) => id);

describe("what is stored of marks", () => {
  test.each<[string, Marking[], ReturnType<typeof assessment>]>([
    ["nothing touched: not assessed", [], null],
    [
      "one recalled: the others were missed",
      [{ kind: "recalled", id: "b" }],
      said(["b"], [], ["a", "c"]),
    ],
    [
      "one said wrongly: it was not recalled either",
      [
        { kind: "recalled", id: "a" },
        { kind: "wrong", id: "b" },
      ],
      said(["a"], ["b"], ["b", "c"]),
    ],
    [
      "touched, and all unticked again: not assessed",
      [
        { kind: "recalled", id: "a" },
        { kind: "recalled", id: "a" },
      ],
      null,
    ],
    ["none of them: assessed, none", [{ kind: "none" }], said([], [], IDS)],
    ["none of them, taken back: not assessed", [{ kind: "none" }, { kind: "none" }], null],
    [
      "some, and then none of them",
      [{ kind: "wrong", id: "a" }, { kind: "none" }],
      said([], [], IDS),
    ],
    [
      "none of them, and then one after all, unticked again: not assessed",
      [{ kind: "none" }, { kind: "recalled", id: "a" }, { kind: "recalled", id: "a" }],
      null,
    ],
    [
      "the rest: but for the one said wrongly",
      [
        { kind: "wrong", id: "a" },
        { kind: "rest", ids: IDS },
      ],
      said(["b", "c"], ["a"], ["a"]),
    ],
  ])("%s", (_, markings, stored) => {
    expect(assessment(markings.reduce(mark, UNMARKED), POINTS)).toEqual(stored);
  });
});

test("a first tap recalls, a second says it was said wrongly, a third clears", () => {
  const tap = { kind: "turn", id: "a" } as const;
  const first = mark(UNMARKED, tap);
  const second = mark(first, tap);
  expect([first, second, mark(second, tap)].map(({ given }) => given.get("a"))).toEqual([
    "recalled",
    "wrong",
    undefined,
  ]);
});

test("property: of all points each is recalled or missed, and wrong ones are among the missed", () => {
  const id = fc.constantFrom(...IDS);
  const marking: fc.Arbitrary<Marking> = fc.oneof(
    fc.record({ kind: fc.constantFrom("recalled", "wrong", "turn"), id }),
    fc.constant<Marking>({ kind: "none" }),
    fc.constant<Marking>({ kind: "rest", ids: IDS }),
  );
  fc.assert(
    fc.property(fc.array(marking), (markings) => {
      const stored = assessment(markings.reduce(mark, UNMARKED), POINTS);
      if (!stored) return;
      const missed = POINTS.filter(({ text }) => stored.missed.includes(text)).map((p) => p.id);
      expect([...stored.recalledKeyPointIds, ...missed].toSorted()).toEqual(IDS);
      expect(missed).toEqual(expect.arrayContaining(stored.wrongKeyPointIds));
    }),
  );
});

function said(recalledKeyPointIds: string[], wrongKeyPointIds: string[], missed: string[]) {
  return { recalledKeyPointIds, wrongKeyPointIds, missed: missed.map((id) => `Point ${id}`) };
}
