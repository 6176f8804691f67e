import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Memory, NEW_MEMORY } from "@/lib/domain/memory";
import { type Rating, RATINGS } from "@/lib/domain/rating";
import {
  DEFAULT_WEIGHTS,
  forgettingCurve,
  intervals,
  isWeights,
  retrievability,
  schedule,
  type Scheduled,
  type Scheduling,
} from "@/lib/domain/schedule";
import { studyDay } from "@/lib/domain/study-day";
import { anyRating, anyScheduling, aScheduling } from "@/tests/support/scheduling";

const evening = new Date("2026-11-24T19:00:00Z");
const DAY_MS = 86_400_000;

describe("grading a new question", () => {
  test("Again brings it back in ten minutes", () => {
    const { memory, intervalDays } = grade(NEW_MEMORY, 1, evening);
    expect(memory).toMatchObject({ phase: "learning", step: 0, reps: 1, lapses: 0 });
    expect(memory.dueAt.toISOString()).toBe("2026-11-24T19:10:00.000Z");
    expect(intervalDays).toBeCloseTo(10 / 1440, 8);
  });

  test("Good ends learning at once, and stability is FSRS-6's third weight", () => {
    const { memory, intervalDays } = grade(NEW_MEMORY, 3, evening);
    expect(memory).toMatchObject({ phase: "review", stability: 2.3065 });
    expect(intervalDays).toBe(2);
    expect(memory.dueAt.toISOString()).toBe("2026-11-26T19:00:00.000Z");
  });

  test("Easy waits eight days without fuzz", () => {
    expect(grade(NEW_MEMORY, 4, evening, { fuzz: false }).intervalDays).toBe(8);
  });
});

describe("grading a question in review", () => {
  const inReview = grade(NEW_MEMORY, 4, evening, { fuzz: false }).memory;
  const whenDue = new Date(inReview.dueAt);

  test("Again is a lapse, and it comes back within the session", () => {
    const { memory } = grade(inReview, 1, whenDue);
    expect(memory).toMatchObject({ phase: "relearning", reps: 2, lapses: 1 });
    expect(memory.stability).toBeLessThan(inReview.stability);
  });

  test("the four intervals rise from Again to Easy", () => {
    const { again, hard, good, easy } = intervals(question(inReview), whenDue, aScheduling());
    expect([again, hard, good, easy]).toEqual([again, hard, good, easy].toSorted((a, b) => a - b));
    expect(new Set([again, hard, good, easy]).size).toBe(4);
  });

  test("no interval passes the maximum", () => {
    const long = { ...inReview, stability: 4000 };
    const { easy } = intervals(question(long), whenDue, aScheduling({ fuzz: false }));
    expect(easy).toBe(365);
  });
});

test("what is remembered follows from ratings and days alone: any relearning steps give the same", () => {
  const day = (days: number, minutes = 0) =>
    new Date(evening.getTime() + days * DAY_MS + minutes * 60_000);
  const given: [Rating, Date][] = [
    [4, day(0)],
    [3, day(9)],
    [1, day(30)],
    [1, day(30, 60)],
  ];
  for (const relearningStepsMinutes of [[], [10], [10, 60], [10, 60, 240], [10, 60, 240, 720]]) {
    let memory: Memory = NEW_MEMORY;
    for (const [rating, at] of given)
      ({ memory } = grade(memory, rating, at, { relearningStepsMinutes, fuzz: false }));
    expect(memory).toMatchObject({ stability: 0.9146681, reps: 4 });
  }
});

test("two sittings of one evening are one study day, even across midnight UTC", () => {
  const scheduling = { zone: "America/New_York" };
  const first = grade(NEW_MEMORY, 3, new Date("2026-11-24T23:50:00Z"), scheduling).memory;
  const again = grade(first, 3, new Date("2026-11-25T00:10:00Z"), scheduling).memory;
  const nextDay = grade(first, 3, new Date("2026-11-25T23:50:00Z"), scheduling).memory;
  expect(again.lastStudyDay).toBe(first.lastStudyDay);
  expect(again.stability).toBeLessThan(nextDay.stability);
});

test("a learner who travelled west and grades on an earlier study day is scheduled as on the same day", () => {
  const auckland = grade(NEW_MEMORY, 3, evening, { zone: "Pacific/Auckland" }).memory;
  const later = new Date(evening.getTime() + 3_600_000);
  const honolulu = grade(auckland, 3, later, { zone: "Pacific/Honolulu" });
  expect(honolulu.memory.lastStudyDay).toBeLessThan(auckland.lastStudyDay);
  expect(honolulu.intervalDays).toBeGreaterThan(0);
});

test("a clock put back makes no difference of days, and the question comes back after now", () => {
  const { memory } = grade(NEW_MEMORY, 4, evening, { fuzz: false });
  for (const earlier of ["2026-11-24T18:59:00Z", "2026-11-20T19:00:00Z", "1970-01-01T00:00:00Z"])
    for (const rating of RATINGS) {
      const now = new Date(earlier);
      const sameDay = grade(memory, rating, evening).memory;
      const { intervalDays, memory: after } = grade(memory, rating, now);
      expect(after).toMatchObject({ stability: sameDay.stability, reps: 2 });
      expect(intervalDays).toBeGreaterThan(0);
      expect(after.dueAt.getTime()).toBeGreaterThan(now.getTime());
    }
});

test("weights that are not FSRS-6's are refused by all that takes them", () => {
  const { memory } = grade(NEW_MEMORY, 3, evening);
  const w = DEFAULT_WEIGHTS;
  for (const weights of [
    [],
    w.slice(0, 17),
    w.slice(0, 19),
    [...w, ...w.slice(0, 13)],
    w.with(3, NaN),
  ]) {
    expect(() => grade(NEW_MEMORY, 3, evening, { weights })).toThrow(/21 weights/);
    expect(() => retrievability(memory, 0, weights)).toThrow(RangeError);
    expect(() => forgettingCurve(weights)).toThrow(RangeError);
    expect(isWeights(weights)).toBe(false);
  }
  expect(isWeights([...w])).toBe(true);
});

test("predicted recall is 1 on the day itself, 90 % after one stability, and falls", () => {
  const { memory } = grade(NEW_MEMORY, 3, evening);
  const at = (days: number) =>
    retrievability({ ...memory, stability: 10 }, memory.lastStudyDay + days, aScheduling().weights);
  expect(at(0)).toBe(1);
  expect(at(10)).toBeCloseTo(0.9, 6);
  expect(at(30)).toBeCloseTo(0.809, 3);
});

test("property: what a button shows is what is saved, on the study day that it says", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ rating: anyRating, waitMinutes: fc.integer({ min: 1, max: 90_000 }) }), {
        minLength: 1,
        maxLength: 12,
      }),
      anyScheduling,
      (steps, scheduling) => {
        let memory: Memory = NEW_MEMORY;
        let now = evening;
        for (const { rating, waitMinutes } of steps) {
          const shown = intervals(question(memory), now, scheduling);
          const saved = schedule(question(memory), rating, now, scheduling);
          const onButton = [shown.again, shown.hard, shown.good, shown.easy][rating - 1];
          expect(saved.intervalDays).toBe(onButton);
          expect(intervalUntilDue(saved, now, scheduling)).toBeCloseTo(saved.intervalDays, 9);
          memory = saved.memory;
          now = new Date(now.getTime() + waitMinutes * 60_000);
        }
      },
    ),
  );
});

test("property: a Good on the due day is never shorter than the interval just passed, and the buttons stay in order", () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      anyScheduling,
      fc.array(anyRating, { minLength: 8, maxLength: 8 }),
      (id, given, ratings) => {
        const scheduling = { ...given, zone: "UTC" };
        let memory: Memory = NEW_MEMORY;
        let now = evening;
        let passedDays = 0;
        for (const rating of ratings) {
          const { again, hard, good, easy } = intervals({ id, memory }, now, scheduling);
          const inReview = memory.phase === "review";
          expect(good).toBeGreaterThanOrEqual(inReview ? passedDays : 0);
          expect([again, hard, good, easy]).toEqual(inOrder([again, hard, good, easy]));
          const parted = good > hard || easy === scheduling.maximumIntervalDays;
          expect(parted || !inReview).toBe(true);
          expect(easy).toBeLessThanOrEqual(scheduling.maximumIntervalDays);
          const next = schedule({ id, memory }, rating, now, scheduling);
          passedDays = next.intervalDays;
          memory = next.memory;
          now = next.memory.dueAt;
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("a longest interval set below the one just passed, and a higher retention, shorten it all the same", () => {
  const long = { ...grade(NEW_MEMORY, 4, evening).memory, stability: 100 };
  const whenDue = new Date(evening.getTime() + 100 * DAY_MS);
  expect(grade(long, 3, whenDue, { maximumIntervalDays: 30 }).intervalDays).toBeLessThan(31);
  expect(grade(long, 3, whenDue, { desiredRetention: 0.97 }).intervalDays).toBeLessThan(100);
});

/** Study days to the day it is due, or for a step the fraction of a day to its minute. */
function intervalUntilDue({ memory }: Scheduled, now: Date, scheduling: Scheduling): number {
  if (memory.phase === "review") return studyDay(memory.dueAt, scheduling) - memory.lastStudyDay;
  return (memory.dueAt.getTime() - now.getTime()) / DAY_MS;
}

function inOrder(days: number[]): number[] {
  return days.toSorted((a, b) => a - b);
}

function question(memory: Memory) {
  return { id: "0193-a-question", memory };
}

function grade(
  memory: Memory,
  rating: Rating,
  now: Date,
  changes: Parameters<typeof aScheduling>[0] = {},
) {
  return schedule(question(memory), rating, now, aScheduling(changes));
}
