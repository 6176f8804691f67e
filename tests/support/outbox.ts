import type { KeptStore } from "@/lib/offline/browser-store";
import type { OutboxEntry } from "@/lib/offline/outbox-entry";
import type { SentReview } from "@/lib/wire/reviews";

const AT = "2026-11-24T19:00:00.000Z";

/** A review that waits to be sent, of a question of its own. */
export function aReview(id: string, changes: Partial<SentReview> = {}): OutboxEntry {
  return {
    id,
    kind: "review",
    review: {
      id,
      questionId: `question-${id}`,
      versionId: "version",
      rating: 3,
      reviewedAt: AT,
      durationMs: 1000,
      mode: "scheduled",
      recalledKeyPointIds: null,
      wrongKeyPointIds: null,
      proposedRating: null,
      cues: "none",
      way: "think",
      suggestedKeyPointIds: null,
      sessionId: "session",
      sessionScope: "",
      ...changes,
    },
  };
}

/** An action that waits to be sent. */
export function anAction(
  id: string,
  kind: "suspend" | "bury" | "flag" | "resume",
  questionId: string,
): OutboxEntry {
  return { id, kind: "action", action: { id, kind, questionId, at: AT } };
}

/** An undo that waits to be sent. */
export function anUndo(id: string, reviewId: string): OutboxEntry {
  return { id, kind: "action", action: { id, kind: "undo", reviewId, at: AT } };
}

/** A browser's store that keeps things, until `refuses` is set. */
export function aStore<Kept extends { id: string } = OutboxEntry>(): KeptStore<Kept> & {
  refuses: boolean;
  kept: Map<string, unknown>;
} {
  const kept = new Map<string, unknown>();
  const store = {
    refuses: false,
    kept,
    all: async () => checked([...kept.values()]),
    put: async (entry: Kept) => checked(kept.set(entry.id, structuredClone(entry))),
    delete: async (id: string) => checked(kept.delete(id)),
  };
  function checked<T>(value: T): T {
    if (store.refuses) throw new DOMException("It is full.", "QuotaExceededError");
    return value;
  }
  return store;
}
