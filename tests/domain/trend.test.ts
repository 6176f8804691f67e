import { expect, test } from "vitest";
import { trendOf, trendText } from "@/lib/domain/trend";

const went = (recalled: number, reviews: number) => ({ recalled, reviews });

test.each([
  [went(10, 20), went(17, 20), "better"],
  [went(17, 20), went(10, 20), "worse"],
  [went(15, 20), went(17, 20), "as before"],
  [went(20, 20), went(20, 20), "as before"],
  [went(9, 9), went(3, 40), "too early"],
] as const)("of %j before and %j now it is said that it is %s", (before, now, is) => {
  expect(trendOf(before, now).is).toBe(is);
});

test("where it is too early, it says how little there is", () => {
  expect(trendText(trendOf(went(3, 4), went(2, 2)))).toContain("4 and 2 reviews");
});
