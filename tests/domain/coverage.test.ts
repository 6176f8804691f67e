import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proposal } from "@/lib/domain/coverage";
import { type Mark, type Marks, UNMARKED } from "@/lib/domain/marks";

describe("the grade that marks propose", () => {
  test("is none where nothing is marked", () => {
    expect(proposal(points("ooo"), UNMARKED)).toBeNull();
  });

  // R recalled, W said wrongly, o missed; core points in bold, which is a * before them.
  test.each([
    ["oooo", 1, "none of 4 recalled"],
    ["Rooo", 1, "1 of 4 recalled"],
    ["RRooo", 2, "2 of 5 recalled"],
    ["RRRo", 3, "3 of 4 recalled"],
    ["RRRRRoo", 2, "5 of 7 recalled"],
    ["RRRR", 3, "4 of 4 recalled"],
    ["*oRRR", 2, "1 core point missed"],
    ["*o*oRRRRRR", 2, "2 core points missed"],
    ["*R*Ro", 3, "2 of 3 recalled"],
    ["*o*ooRR", 1, "2 of 5 recalled"],
    ["RRRRRRRW", 2, "1 point said wrongly"],
    ["WRoo", 1, "1 of 4 recalled"],
    ["*WRRRR", 2, "1 point said wrongly"],
    ["*oWRRRRR", 2, "1 core point missed, 1 point said wrongly"],
  ])("of %s is %i: %s", (text, rating, why) => {
    expect(proposal(points(text), marksOf(text))).toEqual({ rating, why });
  });

  test("property: more recalled never proposes less, and Easy is never proposed", () => {
    const point = fc.record({
      core: fc.boolean(),
      mark: fc.constantFrom<(Mark | "missed")[]>("recalled", "wrong", "missed"),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), fc.nat(), (drawn, nth) => {
        const all = drawn.map(({ core }, i) => ({ id: String(i), core }));
        const given = new Map<string, Mark>();
        for (const [i, { mark }] of drawn.entries())
          if (mark !== "missed") given.set(String(i), mark);
        const before = proposal(all, { given, none: true });
        const better = new Map(given).set(String(nth % all.length), "recalled");
        const after = proposal(all, { given: better, none: false });
        expect(after?.rating).toBeGreaterThanOrEqual(before?.rating ?? 0);
        expect(after?.rating).toBeLessThan(4);
      }),
    );
  });
});

function points(text: string) {
  return [...text.matchAll(/(\*?)[RWo]/g)].map(([, star], i) => ({
    id: String(i),
    core: star === "*",
  }));
}

function marksOf(text: string): Marks {
  const letters = text.replaceAll("*", "");
  const given = new Map<string, Mark>();
  for (const [i, letter] of letters.split("").entries())
    if (letter !== "o") given.set(String(i), letter === "R" ? "recalled" : "wrong");
  return { given, none: given.size === 0 };
}
