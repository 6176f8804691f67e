import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inkOf, INKS } from "@/lib/domain/ink";

test("ink is the darkest from the desired retention on, and the lightest for what is lost", () => {
  expect([1, 0.9, 0.89, 0.8, 0.7, 0.5, 0.39, 0].map((recall) => inkOf(recall, 0.9))).toEqual([
    4, 4, 3, 3, 2, 1, 0, 0,
  ]);
  expect(inkOf(0.72, 0.7)).toBe(4);
});

describe("each ink can be read, on paper and on what is sunken", () => {
  const tokens = readFileSync("app/tokens.css", "utf8");
  test.each([
    ["light", 1],
    ["dark", 2],
  ])("in the %s theme", (_theme, at) => {
    const colour = (name: string) =>
      new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)?.[at] ?? "";
    const contrasts = INKS.map((ink) =>
      Math.min(
        contrast(colour(`ink-${ink}`), colour("paper")),
        contrast(colour(`ink-${ink}`), colour("paper-sunk")),
      ),
    );
    expect(contrasts[0]).toBeGreaterThan(7);
    expect(contrasts.at(-1)).toBeGreaterThan(4.5);
    expect(contrasts.toSorted((a, b) => b - a)).toEqual(contrasts);
  });
});

/** By WCAG 2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
