import { describe, expect, test } from "vitest";
import { gradedIn, nextBatch, type OutboxEntry } from "@/lib/offline/outbox-entry";

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

test("a question counts as graded while its review is on its way, was not refused and not taken back", () => {
  const entries = [
    review("1"),
    review("2"),
    undo("3", "2"),
    { ...review("4"), refused: "unknown" },
  ];
  expect(gradedIn(entries)).toEqual(["question-1"]);
});

function review(id: string): OutboxEntry {
  return {
    id,
    kind: "review",
    review: {
      id,
      questionId: `question-${id}`,
      rating: 3,
      reviewedAt: "2026-11-24T19:00:00.000Z",
      durationMs: 1000,
      mode: "scheduled",
      recalledKeyPointIds: null,
      sessionId: "session",
    },
  };
}

function undo(id: string, reviewId: string): OutboxEntry {
  return { id, kind: "undo", reviewId };
}

function ids(entries: OutboxEntry[]): string[] {
  return entries.map(({ id }) => id);
}
