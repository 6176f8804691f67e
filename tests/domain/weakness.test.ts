import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOfFigures, type TopicNode } from "@/lib/domain/topic";
import { weakAreas } from "@/lib/domain/weakness";

describe("weak areas", () => {
  test("come worst first, with the topics that they lie in", () => {
    const areas = weakAreas([
      topic("a", { seen: 20, recallSum: 18 }),
      topic("b", { seen: 20, recallSum: 10 }, [topic("b/c", { seen: 20, recallSum: 8 })]),
    ]);
    expect(areas.map(({ path }) => path)).toEqual(["b/c", "b", "a"]);
    expect(areas[0]?.titles).toEqual(["b", "b/c"]);
  });

  test("three slips among few reviews don't shout down a topic that is really weak", () => {
    const [first] = weakAreas([
      topic("slips", { seen: 3, recallSum: 1.2 }),
      topic("weak", { seen: 60, recallSum: 33 }),
      topic("strong", { seen: 60, recallSum: 57 }),
    ]);
    expect(first?.path).toBe("weak");
  });

  test("leave out what was never seen", () => {
    expect(weakAreas([topic("a", { seen: 0, recallSum: 0 })])).toEqual([]);
  });
});

test("property: what a topic is ranked by lies between its own mean and that of what is around it", () => {
  const figures = fc
    .record({
      seen: fc.integer({ min: 1, max: 99 }),
      mean: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ seen, mean }) => ({ seen, recallSum: seen * mean }));
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 6 }), (all) => {
      const topics = all.map((one, i) => topic(String(i), one));
      const { seen, recallSum } = sumOfFigures(topics);
      for (const area of weakAreas(topics)) {
        const own = area.recallSum / area.seen;
        const around = recallSum / seen;
        expect(area.pooled).toBeGreaterThanOrEqual(Math.min(own, around) - 1e-9);
        expect(area.pooled).toBeLessThanOrEqual(Math.max(own, around) + 1e-9);
      }
    }),
  );
});

function topic(
  path: string,
  { seen, recallSum }: { seen: number; recallSum: number },
  children: TopicNode[] = [],
): TopicNode {
  return { path, title: path, questions: seen, seen, due: 0, recallSum, lapses: 0, children };
}
