import { expect, test } from "vitest";
import { minutesFor } from "@/lib/domain/pace";

test("with few answers a question takes a minute, and it says that it rests on none", () => {
  expect(minutesFor(18, [5_000, 5_000])).toEqual({ minutes: 18, answers: 0 });
});

test("with enough it takes the median of the last ones", () => {
  const durations = [30, 30, 30, 30, 90, 90, 90, 90, 90, 9_000].map((seconds) => seconds * 1000);
  expect(minutesFor(4, durations)).toEqual({ minutes: 6, answers: 10 });
});

test("a break counts as ten minutes at most, and nothing takes no time", () => {
  expect(
    minutesFor(
      1,
      Array.from({ length: 10 }, () => 3_600_000),
    ).minutes,
  ).toBe(10);
  expect(
    minutesFor(
      1,
      Array.from({ length: 10 }, () => 10),
    ).minutes,
  ).toBe(1);
});
