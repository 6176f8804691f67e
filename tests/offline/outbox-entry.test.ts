import { describe, expect, test } from "vitest";
import {
  changedMeanwhile,
  isSettled,
  leftOut,
  nextBatch,
  type OutboxEntry,
  readEntry,
} from "@/lib/offline/outbox-entry";
import { anAction, anUndo, aReview } from "@/tests/support/outbox";

describe("the next request", () => {
  test("takes reviews together, up to what follows them", () => {
    const entries = [aReview("1"), aReview("2"), anUndo("3", "2"), aReview("4")];
    expect(ids(nextBatch(entries))).toEqual(["1", "2"]);
    expect(ids(nextBatch(entries.slice(2)))).toEqual(["3"]);
  });

  test("takes an undo with the actions beside it, in their order", () => {
    expect(ids(nextBatch([anUndo("1", "a"), anAction("2", "flag", "b")]))).toEqual(["1", "2"]);
  });

  test("takes 200 at most, or what it is told, and nothing that was refused", () => {
    const many = Array.from({ length: 250 }, (_, i) => aReview(String(i)));
    expect(nextBatch(many)).toHaveLength(200);
    expect(nextBatch(many, new Set(), 7)).toHaveLength(7);
    expect(ids(nextBatch([{ ...aReview("1"), refused: "unknown" }, aReview("2")]))).toEqual(["2"]);
    expect(nextBatch([])).toEqual([]);
  });

  test("leaves what is skipped for another time, and with it what takes it back", () => {
    const entries = [aReview("1"), aReview("2"), anUndo("3", "1"), anUndo("4", "2")];
    expect(ids(nextBatch(entries, new Set(["1", "2"])))).toEqual([]);
    expect(ids(nextBatch(entries.slice(2), new Set(["1"])))).toEqual(["4"]);
  });
});

test("what the server took is not sent again", () => {
  expect(ids(nextBatch([{ ...aReview("1"), takenAt: 1 }, aReview("2")]))).toEqual(["2"]);
});

test("what the server said of a question is told until its grade is taken back", () => {
  const meanwhile = { notice: "It was put away.", countsFor: "b" };
  const told = { ...aReview("1"), takenAt: 1, meanwhile };
  expect(changedMeanwhile([told, aReview("2")])).toMatchObject([{ reviewId: "1", ...meanwhile }]);
  expect(changedMeanwhile([told, anUndo("3", "1")])).toEqual([]);
});

test("a question is left out while its review is on its way, was not refused and not taken back", () => {
  const entries = [
    aReview("1"),
    aReview("2"),
    anUndo("3", "2"),
    { ...aReview("4"), refused: "unknown" },
  ];
  expect(leftOut(entries)).toEqual(["question-1"]);
});

test("it is left out for a minute more: a page may have been made before the server knew", () => {
  const taken = { ...aReview("1"), takenAt: 5_000 };
  expect(leftOut([taken])).toEqual(["question-1"]);
  expect(leftOut([taken, anUndo("2", "1")])).toEqual([]);
  expect([isSettled(taken, 60_000, null), isSettled(taken, 70_000, null)]).toEqual([false, true]);
  expect(isSettled(aReview("2"), 70_000, null)).toBe(false);
});

test("it is in again where the server was asked after it knew: a step returns within that minute", () => {
  const taken = { ...aReview("1"), takenAt: 5_000 };
  expect(leftOut([taken, aReview("2")], { madeAtMs: 5_000 })).toEqual(["question-2"]);
  expect(leftOut([taken], { madeAtMs: 4_999 })).toEqual(["question-1"]);
});

test("what was practised waits as before, but for in that practice", () => {
  const practised = aReview("1", { mode: "practice", sessionId: "p" });
  const entries = [practised, aReview("2")];
  expect(leftOut(entries)).toEqual(["question-2"]);
  expect(leftOut(entries, { practice: "p" })).toEqual(["question-1"]);
  expect(leftOut(entries, { practice: "another" })).toEqual([]);
});

test("what a mock interview asked waits as before, but where its grades count", () => {
  const asked = aReview("1", { mode: "mock", counts: false });
  expect(leftOut([asked, aReview("2", { mode: "mock", counts: true })])).toEqual(["question-2"]);
});

test("so is one that was put away, until it is brought back or that is taken back", () => {
  const away = [
    anAction("1", "suspend", "a"),
    anAction("2", "bury", "b"),
    anAction("3", "flag", "c"),
  ];
  expect(leftOut(away)).toEqual(["a", "b"]);
  expect(leftOut([...away, anAction("4", "resume", "a")])).toEqual(["b"]);
  expect(leftOut([...away, anUndo("4", "2")])).toEqual(["a"]);
});

describe("what an older version of the page kept", () => {
  test("is read as it is meant", () => {
    const id = "019ab2f2-4c00-7000-8000-000000000000";
    expect(readEntry({ id, kind: "undo", reviewId: "a" })).toEqual({
      id,
      kind: "action",
      action: { id, kind: "undo", reviewId: "a", at: new Date(0x019ab2f24c00).toISOString() },
    });
    expect(readEntry(aReview("1"))).toEqual(aReview("1"));
  });

  test("is passed over where it is none", () => {
    const junk = [null, 7, "review", {}, { id: 1, kind: "review" }, { id: "1", kind: "review" }];
    const more = [
      { id: "1", kind: "other" },
      { id: "1", kind: "undo" },
      { id: "1", kind: "action" },
    ];
    expect([...junk, ...more].map(readEntry)).toEqual(Array(9).fill(null));
  });
});

function ids(entries: OutboxEntry[]): string[] {
  return entries.map(({ id }) => id);
}

test("it is kept until what can be studied without the server was made anew, for a day", () => {
  const taken = { ...aReview("1"), takenAt: 5_000 };
  expect(isSettled(taken, 70_000, 4_000)).toBe(false);
  expect(isSettled(taken, 70_000, 6_000)).toBe(true);
  expect(isSettled(taken, 5_000 + 25 * 3_600_000, 4_000)).toBe(true);
});
