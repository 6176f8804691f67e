import { expect, test } from "vitest";
import { attemptsWithin } from "@/lib/jobs/attempt";
import { err, ok } from "@/lib/result";

const forever = () => {
  for (;;);
};

test("work that ends in its time has its answer, and what it throws is thrown", () => {
  const attempt = attemptsWithin(10_000);
  expect(attempt(() => 6 * 7, 10_000)).toEqual(ok(42));
  expect(() =>
    attempt(() => {
      throw new RangeError("too deep");
    }, 10_000),
  ).toThrow("too deep");
});

test("work that takes too long is ended, and the next is done", () => {
  const attempt = attemptsWithin(10_000);
  expect(attempt(forever, 20)).toEqual(err("too-slow"));
  expect(attempt(() => /^(a+)+$/.test(`${"a".repeat(40)}b`), 20)).toEqual(err("too-slow"));
  expect(attempt(() => 42, 10_000)).toEqual(ok(42));
});

test("where all the time is spent, nothing more is begun", () => {
  const attempt = attemptsWithin(20);
  // A busy machine gives each less than its time.
  for (let i = 0; i < 10; i += 1) expect(attempt(forever, 10_000)).toEqual(err("too-slow"));
  expect(attempt(() => 42, 10_000)).toEqual(err("too-slow"));
});
