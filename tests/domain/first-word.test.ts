import { expect, test } from "vitest";
import { firstWordMs } from "@/lib/domain/first-word";

function heard(...levels: number[]) {
  return levels.map((level, i) => ({ atMs: i * 50, level }));
}

const ROOM = Array.from({ length: 10 }, () => 0.004);

test("the first word is where a voice begins that lasts", () => {
  expect(firstWordMs(heard(...ROOM, 0.1, 0.12, 0.1, 0.09))).toBe(500);
});

test("a knock is no word", () => {
  expect(firstWordMs(heard(...ROOM, 0.3, 0.004, 0.004, 0.1, 0.1, 0.1))).toBe(650);
});

test("a loud room is no voice", () => {
  const loud = Array.from({ length: 40 }, (_, i) => 0.05 + (i % 2) * 0.02);
  expect(firstWordMs(heard(...loud))).toBeNull();
  expect(firstWordMs(heard(...loud, 0.3, 0.3, 0.3))).toBe(2000);
});

test("silence has none", () => {
  expect(firstWordMs([])).toBeNull();
  expect(firstWordMs(heard(...ROOM))).toBeNull();
});
