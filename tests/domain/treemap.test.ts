import fc from "fast-check";
import { expect, test } from "vitest";
import { type Box, treemap } from "@/lib/domain/treemap";

test("property: the boxes of a map are as large as what they stand for, within it, and lie over none", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 20 });
  const aspects = fc.double({ min: 0.4, max: 3, noNaN: true });
  fc.assert(
    fc.property(sizes, aspects, (drawn, aspect) => {
      const all = drawn.toSorted((a, b) => b - a);
      const boxes = treemap(all, aspect);
      const whole = all.reduce((a, b) => a + b, 0);
      expect(boxes).toHaveLength(all.length);
      boxes.forEach((box, i) => {
        expect(Math.abs(areaOf(box) - (all[i] ?? 0) / whole)).toBeLessThan(0.005);
        expect(box.left + box.width).toBeLessThan(100.05);
        expect(box.top + box.height).toBeLessThan(100.05);
        for (const other of boxes.slice(0, i))
          expect(areaOf(common(box, other))).toBeLessThan(2e-4);
      });
    }),
  );
});

test("equal sizes make squares rather than strips", () => {
  for (const { width, height } of treemap([1, 1, 1, 1], 1))
    expect([width, height]).toEqual([50, 50]);
});

function areaOf({ width, height }: Pick<Box, "width" | "height">): number {
  return (Math.max(0, width) * Math.max(0, height)) / 10_000;
}

function common(a: Box, b: Box): Pick<Box, "width" | "height"> {
  return {
    width: Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left),
    height: Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top),
  };
}
