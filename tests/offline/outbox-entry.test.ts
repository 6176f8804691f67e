import { describe, expect, test } from "vitest";
import {
  changedMeanwhile,
  isSettled,
  leftOut,
  nextBatch,
  type OutboxEntry,
} from "@/lib/offline/outbox-entry";

describe("the next request", () => {
  test("takes reviews together, up to what follows them", () => {
    const entries = [review("1"), review("2"), undo("3", "2"), review("4")];
    expect(ids(nextBatch(entries))).toEqual(["1", "2"]);
    expect(ids(nextBatch(entries.slice(2)))).toEqual(["3"]);
  });

  test("takes an undo by itself", () => {
    expect(ids(nextBatch([undo("1", "a"), undo("2", "b")]))).toEqual(["1"]);
  });

  test("takes 200 at most, and nothing that was refused", () => {
    const many = Array.from({ length: 250 }, (_, i) => review(String(i)));
    expect(nextBatch(many)).toHaveLength(200);
    expect(ids(nextBatch([{ ...review("1"), refused: "unknown" }, review("2")]))).toEqual(["2"]);
    expect(nextBatch([])).toEqual([]);
  });
});

test("what the server took is not sent again", () => {
  expect(ids(nextBatch([{ ...review("1"), takenAt: 1 }, review("2")]))).toEqual(["2"]);
});

test("what the server said of a question is told until its grade is taken back", () => {
  const meanwhile = { notice: "It was put away.", countsFor: "b" };
  const told = { ...review("1"), takenAt: 1, meanwhile };
  expect(changedMeanwhile([told, review("2")])).toMatchObject([{ reviewId: "1", ...meanwhile }]);
  expect(changedMeanwhile([told, undo("3", "1")])).toEqual([]);
});

test("a question is left out while its review is on its way, was not refused and not taken back", () => {
  const entries = [
    review("1"),
    review("2"),
    undo("3", "2"),
    { ...review("4"), refused: "unknown" },
  ];
  expect(leftOut(entries)).toEqual(["question-1"]);
});

test("it is left out for a minute more: a page may have been made before the server knew", () => {
  const taken = { ...review("1"), takenAt: 5_000 };
  expect(leftOut([taken])).toEqual(["question-1"]);
  expect(leftOut([taken, undo("2", "1")])).toEqual([]);
  expect([isSettled(taken, 60_000), isSettled(taken, 70_000)]).toEqual([false, true]);
  expect(isSettled(review("2"), 70_000)).toBe(false);
});

test("so is one that was put away, until it is brought back", () => {
  const away = [action("1", "suspend", "a"), action("2", "bury", "b"), action("3", "flag", "c")];
  expect(leftOut(away)).toEqual(["a", "b"]);
  expect(leftOut([...away, action("4", "resume", "a")])).toEqual(["b"]);
});

function review(id: string): OutboxEntry {
  return {
    id,
    kind: "review",
    review: {
      id,
      questionId: `question-${id}`,
      versionId: "version",
      rating: 3,
      reviewedAt: "2026-11-24T19:00:00.000Z",
      durationMs: 1000,
      mode: "scheduled",
      recalledKeyPointIds: null,
      sessionId: "session",
    },
  };
}

function action(id: string, kind: "suspend" | "bury" | "flag" | "resume", questionId: string) {
  const at = "2026-11-24T19:00:00.000Z";
  return { id, kind: "action", action: { id, kind, questionId, at } } as const;
}

function undo(id: string, reviewId: string): OutboxEntry {
  return { id, kind: "undo", reviewId };
}

function ids(entries: OutboxEntry[]): string[] {
  return entries.map(({ id }) => id);
}
