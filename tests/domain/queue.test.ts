import { describe, expect, test } from "vitest";
import { comesUpAt, comesUpWithin, dueNextDay, limitUse, waitsAs } from "@/lib/domain/queue";

const RULE = { zone: "UTC", rolloverHour: 4 };
const NOON = new Date("2026-11-24T12:00:00Z");
const END_OF_DAY = new Date("2026-11-25T04:00:00Z");

describe("the day's limits", () => {
  const due = {
    counts: true,
    undone: false,
    studyDay: 20_781,
    phaseBefore: "review",
    dueDayBefore: 20_781,
  };

  test("are used up by new questions and by those that were due, this day or before", () => {
    expect(limitUse({ ...due, phaseBefore: "new", dueDayBefore: null })).toBe("new");
    expect(limitUse(due)).toBe("due");
    expect(limitUse({ ...due, dueDayBefore: 20_700 })).toBe("due");
  });

  test("are left alone by steps, by questions that were not due yet, and by practice", () => {
    expect(limitUse({ ...due, phaseBefore: "learning" })).toBeNull();
    expect(limitUse({ ...due, phaseBefore: "relearning" })).toBeNull();
    expect(limitUse({ ...due, dueDayBefore: 20_782 })).toBeNull();
    expect(limitUse({ ...due, counts: false })).toBeNull();
  });

  test("get back what was taken back", () => {
    expect(limitUse({ ...due, undone: true })).toBeNull();
  });

  test("count a review as due where nobody kept whether it was", () => {
    expect(limitUse({ ...due, dueDayBefore: null })).toBe("due");
  });
});

describe("a question", () => {
  const tonight = new Date("2026-11-24T22:00:00Z");
  const tomorrow = new Date("2026-11-25T09:00:00Z");
  const review = { state: "review" as const, dueAt: tonight, suspended: false, buriedUntil: null };
  const step = { ...review, state: "relearning" as const };
  const unseen = { ...review, state: "new" as const, dueAt: null };
  const today = { now: NOON, endOfDay: END_OF_DAY };

  test("waits from the start of the study day that it is due on, and so does a step", () => {
    expect(waitsAs(review, today)).toBe("review");
    expect(waitsAs(step, today)).toBe("learning");
    expect(waitsAs({ ...review, dueAt: tomorrow }, today)).toBeNull();
    expect(waitsAs(unseen, today)).toBe("new");
  });

  test("does not wait while it is suspended or put off", () => {
    for (const one of [review, step, unseen]) {
      expect(waitsAs({ ...one, suspended: true }, today)).toBeNull();
      expect(waitsAs({ ...one, buriedUntil: END_OF_DAY }, today)).toBeNull();
      expect(waitsAs({ ...one, buriedUntil: NOON }, today)).not.toBeNull();
    }
  });

  test("comes up with its study day, as a step at its minute, and not before it is put off until", () => {
    expect(comesUpAt({ ...review, dueAt: tomorrow }, RULE)).toEqual(END_OF_DAY);
    expect(comesUpAt(step, RULE)).toEqual(tonight);
    expect(comesUpAt({ ...step, buriedUntil: END_OF_DAY }, RULE)).toEqual(END_OF_DAY);
    expect(comesUpAt({ ...review, suspended: true }, RULE)).toBeNull();
    expect(comesUpAt(unseen, RULE)).toBeNull();
  });

  test("that the limit holds back comes up the next day, and a step is never held back", () => {
    const usedUp = { rule: RULE, endOfDay: END_OF_DAY, left: { new: 0, review: 0 }, duePerDay: 5 };
    expect(comesUpWithin(review, usedUp)).toEqual(END_OF_DAY);
    expect(comesUpWithin(step, usedUp)).toEqual(tonight);
    expect(comesUpWithin(review, { ...usedUp, duePerDay: 0 })).toBeNull();
    const left = { ...usedUp, left: { new: 0, review: 1 } };
    expect(comesUpWithin(review, left)).toEqual(new Date("2026-11-24T04:00:00Z"));
  });
});

test("the next day brings what the limit left over too, up to its own limit", () => {
  const today = { waiting: { new: 0, learning: 2, review: 30 }, heldBack: { new: 0, review: 10 } };
  const byNextDay = { new: 0, learning: 3, review: 45 };
  expect(dueNextDay(today, byNextDay, 100)).toBe(1 + 25);
  expect(dueNextDay(today, byNextDay, 20)).toBe(1 + 20);
});
