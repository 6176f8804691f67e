import type { Meanwhile, SentAction, SentReview } from "@/lib/wire/reviews";

/** Ids are UUIDv7: their order is the order in which things were done. */
export type OutboxEntry = {
  id: string;
  /** Why the server would not have it, in a sentence; it is not sent again. */
  refused?: string;
  /** When the server took it, in ms; kept on for a moment, see `leftOut`. */
  takenAt?: number;
  /** What the server said of its question, if it was put away or made one with another. */
  meanwhile?: Meanwhile;
} & (
  | { kind: "review"; review: SentReview }
  | { kind: "undo"; reviewId: string }
  | { kind: "action"; action: SentAction }
);

const MOST_AT_ONCE = 200;

/** The oldest entries that can go out in one request: alike, and an undo by itself. */
export function nextBatch(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const waiting = entries.filter(isWaiting);
  const kind = waiting[0]?.kind;
  const other = waiting.findIndex((entry) => entry.kind !== kind);
  const alike = other === -1 ? waiting : waiting.slice(0, other);
  return alike.slice(0, kind === "undo" ? 1 : MOST_AT_ONCE);
}

/** Whether an entry still has to go out. */
export function isWaiting({ refused, takenAt }: OutboxEntry): boolean {
  return refused === undefined && takenAt === undefined;
}

/**
 * Questions that were graded or put away here, and neither refused nor taken back: what the server
 * has not heard of it would give again, and so does a page that it made just before it heard.
 */
export function leftOut(entries: readonly OutboxEntry[]): string[] {
  const undone = new Set(
    entries.flatMap((entry) => (entry.kind === "undo" ? [entry.reviewId] : [])),
  );
  const out = new Set<string>();
  for (const entry of entries) {
    if (entry.refused !== undefined || entry.kind === "undo" || undone.has(entry.id)) continue;
    if (entry.kind === "review") out.add(entry.review.questionId);
    else if (PUT_AWAY.has(entry.action.kind)) out.add(entry.action.questionId);
    else if (entry.action.kind === "resume") out.delete(entry.action.questionId);
  }
  return [...out];
}

/** Reviews taken of whose questions the server said something, and not taken back since. */
export function changedMeanwhile(entries: readonly OutboxEntry[]): ChangedMeanwhile[] {
  const stand = new Set(leftOut(entries));
  return entries.flatMap((entry) =>
    entry.kind === "review" && entry.meanwhile && stand.has(entry.review.questionId)
      ? [{ reviewId: entry.id, questionId: entry.review.questionId, ...entry.meanwhile }]
      : [],
  );
}

export type ChangedMeanwhile = Meanwhile & { reviewId: string; questionId: string };

const PUT_AWAY: ReadonlySet<SentAction["kind"]> = new Set(["suspend", "bury"]);

const PAGE_OPENS_MS = 60_000;

/** Whether every page has heard by now of what the server took. */
export function isSettled({ takenAt }: OutboxEntry, nowMs: number): boolean {
  return takenAt !== undefined && nowMs - takenAt > PAGE_OPENS_MS;
}
