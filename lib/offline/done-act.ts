import type { Rating } from "@/lib/domain/rating";
import type { Act, OtherAct } from "@/lib/domain/session";
import { has } from "./has";
import type { OutboxEntry } from "./outbox-entry";
import type { Shown } from "./session-items";

/** What the learner did and can take back. */
export type DoneAct = {
  /** Of the review or action that says so to the server; a UUIDv7: their order is the order of the acts. */
  id: string;
  questionId: string;
  /** The question in a line, for where it is not shown. */
  name: string;
  /** Whether it was flagged before. */
  flagged: boolean;
  /** Where it was done in a session: that one's address, and what shows its question again. */
  session: { address: string; act: Act<Shown> } | null;
} & ({ kind: "grade"; rating: Rating } | { kind: OtherAct | "resume" });

/** What takes an act back, as it is sent. */
export function undoEntry(undone: DoneAct, { id, at }: { id: string; at: string }): OutboxEntry {
  const what = undone.kind === "grade" ? { reviewId: undone.id } : { actionId: undone.id };
  return { id, kind: "action", action: { id, kind: "undo", at, ...what } };
}

/** An act as the browser kept it, maybe an older version of this page. Null for what is none. */
export function readDoneAct(kept: unknown): DoneAct | null {
  return isDoneAct(kept) ? kept : null;
}

function isDoneAct(kept: unknown): kept is DoneAct {
  if (!has(kept, "id") || !has(kept, "kind") || !has(kept, "name")) return false;
  return typeof kept.id === "string" && has(kept, "questionId") && has(kept, "session");
}

/**
 * Whether two questions have the same fields, so that what shows the one can show the other: what was
 * kept by another version of this page may lack some.
 */
export function isShownAlike(kept: unknown, other: unknown): boolean {
  if (Array.isArray(kept) && Array.isArray(other))
    return kept.length === 0 || other.length === 0 || isShownAlike(kept[0], other[0]);
  if (!isPlain(kept) || !isPlain(other)) return true;
  return Object.entries(other).every(
    ([name, value]) => name in kept && isShownAlike(kept[name], value),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
