import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, drawMock } from "@/lib/domain/mock-draw";
import { seeded, shuffled } from "@/lib/domain/seeded";

const candidate = (id: string, topic: string, changes: Partial<Candidate> = {}): Candidate => ({
  id,
  topic,
  importance: 1,
  recall: 0.5,
  ...changes,
});

const anyCandidates = fc
  .array(
    fc.record({
      topic: fc.constantFrom("a", "a/x", "a/y", "b/x", "b/y", "c"),
      importance: fc.constantFrom(0, 1, 2, 3),
      recall: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((one, i) => ({ id: `${i}`, ...one })));

describe("drawing a mock interview", () => {
  test("gives as many different questions as are wanted and there, none of no importance, each with its chance", () => {
    fc.assert(
      fc.property(
        anyCandidates,
        fc.integer({ min: 3, max: 12 }),
        fc.string(),
        (all, count, seed) => {
          const drawn = drawMock(all, count, seeded(seed));
          const asked = all.filter(({ importance }) => importance > 0);
          expect(drawn).toHaveLength(Math.min(count, asked.length));
          expect(new Set(drawn.map((one) => one.candidate.id)).size).toBe(drawn.length);
          for (const { candidate: one, chance } of drawn) {
            expect(one.importance).toBeGreaterThan(0);
            expect(chance).toBeGreaterThan(0);
            expect(chance).toBeLessThanOrEqual(1 + 1e-9);
          }
        },
      ),
    );
  });

  test("never asks two of one subtopic while another has one left", () => {
    fc.assert(
      fc.property(
        anyCandidates,
        fc.integer({ min: 3, max: 12 }),
        fc.string(),
        (all, count, seed) => {
          const drawn = drawMock(all, count, seeded(seed)).map((one) => one.candidate);
          const asked = all.filter(({ importance }) => importance > 0);
          const topics = [...new Set(asked.map(({ topic }) => topic))];
          const times = topics.map((topic) => drawn.filter((one) => one.topic === topic).length);
          const most = Math.max(0, ...times);
          for (const [i, topic] of topics.entries()) {
            const there = asked.filter((one) => one.topic === topic).length;
            expect(times[i]).toBeGreaterThanOrEqual(Math.min(there, most - 1));
          }
        },
      ),
    );
  });

  test("draws each as often as its chance says, and so by importance × (1 − recall)", () => {
    const all = [
      candidate("unseen", "a/x", { recall: 0 }),
      candidate("known", "a/x", { recall: 0.6 }),
      candidate("matters", "a/y", { importance: 3 }),
      candidate("sure", "b/x", { recall: 1 }),
      ...["1", "2", "3", "4"].map((id) => candidate(id, `c/${id}`)),
    ];
    const times = new Map<string, number>();
    const chances = new Map<string, number>();
    const draws = 2000;
    for (let i = 0; i < draws; i += 1)
      for (const { candidate: one, chance } of drawMock(all, 4, seeded(`${i}`))) {
        times.set(one.id, (times.get(one.id) ?? 0) + 1);
        chances.set(one.id, chance);
      }
    for (const { id } of all)
      expect((times.get(id) ?? 0) / draws).toBeCloseTo(chances.get(id) ?? 0, 1);
    // In one subtopic they differ by their sizes alone: 1 to 0.4.
    expect((chances.get("unseen") ?? 0) / (chances.get("known") ?? 1)).toBeCloseTo(1 / 0.4, 5);
    expect(chances.get("matters")).toBeGreaterThan(chances.get("1") ?? 1);
    // What is known for sure is tested too, now and then.
    expect(chances.get("sure")).toBeGreaterThan(0);
  });

  test("is the same for the same seed", () => {
    const all = Array.from({ length: 30 }, (_, i) => candidate(`${i}`, `t/${i % 7}`));
    const draw = (seed: string) => drawMock(all, 5, seeded(seed)).map((one) => one.candidate.id);
    expect(draw("one")).toEqual(draw("one"));
    expect(draw("one")).not.toEqual(draw("another"));
  });

  test("spreads over topics: four subtopics each of three, and one of each topic at the least", () => {
    const all = Array.from({ length: 120 }, (_, i) =>
      candidate(`${i}`, `${"abc"[i % 3]}/${Math.floor(i / 3) % 4}`),
    );
    for (let i = 0; i < 50; i += 1) {
      const topics = drawMock(all, 3, seeded(`${i}`)).map((one) => one.candidate.topic[0]);
      expect(new Set(topics).size).toBe(3);
    }
  });
});

test("what is shuffled is the same in another order", () => {
  const items = Array.from({ length: 20 }, (_, id) => ({ id }));
  const order = shuffled(items, seeded("x"));
  expect(order).not.toEqual(items);
  expect(order.toSorted((a, b) => a.id - b.id)).toEqual(items);
});
