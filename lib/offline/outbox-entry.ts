import type { Rating } from "@/lib/domain/rating";

/** A review as `POST /api/reviews` takes it. */
export type ReviewToSend = {
  id: string;
  questionId: string;
  rating: Rating;
  reviewedAt: string;
  durationMs: number;
  mode: "scheduled";
  recalledKeyPointIds: string[] | null;
  sessionId: string;
};

/** An action as `POST /api/actions` takes it. */
export type ActionToSend = {
  id: string;
  kind: "suspend" | "resume" | "bury" | "flag" | "asked";
  questionId: string;
  at: string;
};

/** Ids are UUIDv7: their order is the order in which things were done. */
export type OutboxEntry = {
  id: string;
  /** Why the server would not have it, in a sentence; it is not sent again. */
  refused?: string;
} & (
  | { kind: "review"; review: ReviewToSend }
  | { kind: "undo"; reviewId: string }
  | { kind: "action"; action: ActionToSend }
);

const MOST_AT_ONCE = 200;

/** The oldest entries that can go out in one request: alike, and an undo by itself. */
export function nextBatch(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const waiting = entries.filter(({ refused }) => refused === undefined);
  const kind = waiting[0]?.kind;
  const other = waiting.findIndex((entry) => entry.kind !== kind);
  const alike = other === -1 ? waiting : waiting.slice(0, other);
  return alike.slice(0, kind === "undo" ? 1 : MOST_AT_ONCE);
}

/** Questions with a review on its way that was not taken back: the server would give them again. */
export function gradedIn(entries: readonly OutboxEntry[]): string[] {
  const undone = new Set(
    entries.flatMap((entry) => (entry.kind === "undo" ? [entry.reviewId] : [])),
  );
  return entries.flatMap((entry) =>
    entry.kind === "review" && entry.refused === undefined && !undone.has(entry.review.id)
      ? [entry.review.questionId]
      : [],
  );
}
