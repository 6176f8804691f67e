import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Memory, NEW_MEMORY } from "@/lib/domain/memory";
import { type LoggedReview, replay } from "@/lib/domain/replay";
import { DEFAULT_WEIGHTS, schedule, type Scheduling } from "@/lib/domain/schedule";
import type { Rating } from "@/lib/domain/rating";
import { anyRating, anyScheduling, aScheduling } from "@/tests/support/scheduling";

const DAY_MS = 86_400_000;
const start = new Date("2026-11-24T19:00:00Z").getTime();

describe("replaying a log", () => {
  test("an empty log is a question never seen", () => {
    expect(replay([], DEFAULT_WEIGHTS)).toEqual(NEW_MEMORY);
  });

  test("an undone review and one that doesn't count leave no trace", () => {
    const { log, memories } = study([
      { rating: 3, waitMinutes: 0 },
      { rating: 1, waitMinutes: 3000 },
      { rating: 4, waitMinutes: 3000 },
    ]);
    const marked = log.map((review, i) => {
      if (i === 1) return { ...review, counts: false };
      return i === 2 ? { ...review, undone: true } : review;
    });
    expect(replay(marked, DEFAULT_WEIGHTS)).toEqual(memories[0]);
  });

  test("reviews before a reset are forgotten", () => {
    const { log } = study([
      { rating: 3, waitMinutes: 0 },
      { rating: 3, waitMinutes: 5000 },
    ]);
    expect(replay(log, DEFAULT_WEIGHTS, new Date(start + 5000 * 60_000))).toEqual(NEW_MEMORY);
    expect(replay(log, DEFAULT_WEIGHTS, new Date(start))).toMatchObject({ reps: 1 });
  });

  test("a late review moves the memory; the newest one's date stands, or is as soon as recall asks for", () => {
    const { log } = study([
      { rating: 3, waitMinutes: 0 },
      { rating: 3, waitMinutes: 10_000 },
    ]);
    const [first, last] = log;
    if (!first?.given || !last?.given) throw new Error("two reviews were made");
    const late = { ...first, id: "late", countedAt: new Date(start + 6e6) };
    const well = replay([...log, { ...late, rating: 4 }], DEFAULT_WEIGHTS);
    expect(well).toMatchObject({ reps: 3, lapses: 0, dueAt: last.given.dueAt });
    const forgotten = replay([...log, { ...late, rating: 1 }], DEFAULT_WEIGHTS);
    if (forgotten.phase === "new") throw new Error("it was reviewed");
    expect(forgotten).toMatchObject({ reps: 3, lapses: 1 });
    const days = Math.round(forgotten.stability);
    expect(forgotten.dueAt).toEqual(new Date(last.countedAt.getTime() + days * DAY_MS));
    expect(forgotten.dueAt.getTime()).toBeLessThan(last.given.dueAt.getTime());
  });

  test("weights fitted later move the memory and no date, nor does a log that kept less", () => {
    const { log } = study([
      { rating: 3, waitMinutes: 0 },
      { rating: 4, waitMinutes: 3000 },
    ]);
    const weaker = DEFAULT_WEIGHTS.map((weight, i) => (i < 4 ? weight / 4 : weight));
    const { dueAt } = log[1]?.given ?? {};
    expect(replay(log, weaker)).toMatchObject({ dueAt });
    const kept = log.map((review) => ({
      ...review,
      given: review.given && { ...review.given, reps: null },
    }));
    expect(replay(kept.slice(1), DEFAULT_WEIGHTS)).toMatchObject({ reps: 1, dueAt });
  });

  test("the order of rows is no matter", () => {
    const { log, memories } = study([
      { rating: 3, waitMinutes: 0 },
      { rating: 2, waitMinutes: 4000 },
      { rating: 1, waitMinutes: 9000 },
    ]);
    expect(replay(log.toReversed(), DEFAULT_WEIGHTS)).toEqual(memories.at(-1));
  });
});

const anySteps = fc.array(
  fc.record({
    rating: anyRating,
    waitMinutes: fc.integer({ min: 0, max: 200_000 }),
    scheduling: anyScheduling,
  }),
  { maxLength: 25 },
);

test("property: the log adds up to the memory, through any change of zone, rollover, steps and desired retention", () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { log, memories } = study(steps);
      expect(replay(log, DEFAULT_WEIGHTS)).toEqual(memories.at(-1) ?? NEW_MEMORY);
    }),
  );
});

test("property: undoing the newest reviews one by one gives back each memory before", () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { log, memories } = study(steps);
      for (let kept = log.length; kept >= 0; kept -= 1) {
        const undone = log.map((review, i) => ({ ...review, undone: i >= kept }));
        expect(replay(undone, DEFAULT_WEIGHTS)).toEqual(memories[kept - 1] ?? NEW_MEMORY);
      }
    }),
    { numRuns: 30 },
  );
});

/** Grades one question step by step, as studying does, and keeps the log and the memory after each. */
function study(steps: { rating: Rating; waitMinutes: number; scheduling?: Scheduling }[]) {
  const log: LoggedReview[] = [];
  const memories: Memory[] = [];
  let memory: Memory = NEW_MEMORY;
  let at = start;
  for (const [i, { rating, waitMinutes, scheduling = aScheduling() }] of steps.entries()) {
    at += waitMinutes * 60_000;
    const given = schedule({ id: "q", memory }, rating, new Date(at), scheduling).memory;
    const { phase, step, dueAt, reps } = given;
    memory = given;
    memories.push(memory);
    log.push({
      id: String(i).padStart(4, "0"),
      rating,
      counts: true,
      countedAt: new Date(at),
      studyDay: given.lastStudyDay,
      undone: false,
      desiredRetention: scheduling.desiredRetention,
      given: { phase, step, dueAt, reps },
    });
  }
  return { log, memories };
}
