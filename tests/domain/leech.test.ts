import { expect, test } from "vitest";
import { isLeech, turnsLeech } from "@/lib/domain/leech";

test("a question is a leech once it was forgotten eight times", () => {
  expect([0, 7, 8, 9].map(isLeech)).toEqual([false, false, true, true]);
});

test("that is said at the eighth time and at each fourth after it, and at no other grade", () => {
  const said = Array.from({ length: 20 }, (_, before) => before + 1).filter((after) =>
    turnsLeech(after - 1, after),
  );
  expect(said).toEqual([8, 12, 16, 20]);
  expect(turnsLeech(8, 8)).toBe(false);
});
