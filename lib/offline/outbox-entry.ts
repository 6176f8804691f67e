import { has } from "./has";
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
} & ({ kind: "review"; review: SentReview } | { kind: "action"; action: SentAction });

/** The most that a request may hold. */
export const MOST_AT_ONCE = 200;

/**
 * The oldest entries that can go out in one request: of one kind, `most` at the most. Those named as
 * `skipped` wait for another time, and with each what takes it back.
 */
export function nextBatch(
  entries: readonly OutboxEntry[],
  skipped: ReadonlySet<string> = new Set(),
  most = MOST_AT_ONCE,
): OutboxEntry[] {
  const waiting = entries.filter(
    (entry) => isWaiting(entry) && !skipped.has(entry.id) && !skipped.has(undoneBy(entry) ?? ""),
  );
  const kind = waiting[0]?.kind;
  const other = waiting.findIndex((entry) => entry.kind !== kind);
  return (other === -1 ? waiting : waiting.slice(0, other)).slice(0, most);
}

/** Whether an entry still has to go out. */
export function isWaiting({ refused, takenAt }: OutboxEntry): boolean {
  return refused === undefined && takenAt === undefined;
}

/** The id of the review or action that an entry takes back. Null when it takes none back. */
export function undoneBy(entry: OutboxEntry): string | null {
  if (entry.kind !== "action" || entry.action.kind !== "undo") return null;
  return "reviewId" in entry.action ? entry.action.reviewId : entry.action.actionId;
}

/**
 * Questions that were graded or put away here, and neither refused nor taken back: a page or an
 * answer that the server made at `madeAtMs`, before it took them, would give them again. What was
 * practised, or asked in a mock interview that does not count, waits as before; but in the `practice`
 * itself, by its session, nothing else was graded.
 */
export function leftOut(
  entries: readonly OutboxEntry[],
  { madeAtMs = -Infinity, practice = null }: { madeAtMs?: number; practice?: string | null } = {},
): string[] {
  const undone = new Set(entries.map(undoneBy));
  const out = new Set<string>();
  for (const entry of entries) {
    const { refused, takenAt = Infinity } = entry;
    if (refused !== undefined || takenAt <= madeAtMs || undone.has(entry.id)) continue;
    if (entry.kind === "review") {
      const { questionId, mode, sessionId } = entry.review;
      const isOfPractice = mode === "practice" && sessionId === practice;
      if (practice === null ? !leavesSchedule(entry.review) : isOfPractice) out.add(questionId);
    } else if (entry.action.kind === "undo") continue;
    else if (PUT_AWAY.has(entry.action.kind)) out.add(entry.action.questionId);
    else if (entry.action.kind === "resume") out.delete(entry.action.questionId);
  }
  return [...out];
}

/** Whether a review leaves the schedule as it is: practice, and a mock interview that does not count. */
export function leavesSchedule({ mode, counts }: Pick<SentReview, "mode" | "counts">): boolean {
  return mode === "practice" || (mode === "mock" && counts !== true);
}

/** What the learner did and did not take back, but for what was refused and the undos themselves. */
export function standing(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const undone = new Set(entries.map(undoneBy));
  return entries.filter(
    (entry) => entry.refused === undefined && !undone.has(entry.id) && undoneBy(entry) === null,
  );
}

/** Reviews taken of whose questions the server said something, and not taken back since. */
export function changedMeanwhile(entries: readonly OutboxEntry[]): ChangedMeanwhile[] {
  const undone = new Set(entries.map(undoneBy));
  return entries.flatMap((entry) =>
    entry.kind === "review" && entry.meanwhile && !undone.has(entry.id)
      ? [{ reviewId: entry.id, questionId: entry.review.questionId, ...entry.meanwhile }]
      : [],
  );
}

export type ChangedMeanwhile = Meanwhile & { reviewId: string; questionId: string };

const PUT_AWAY: ReadonlySet<SentAction["kind"]> = new Set(["suspend", "bury"]);

/** A page opens within it. */
export const PAGE_OPENS_MS = 60_000;
const A_DAY_MS = 86_400_000;

/**
 * Whether all have heard by now of what the server took: every page, and what was kept at `keptAt` to
 * study without the server, if anything was.
 */
export function isSettled({ takenAt }: OutboxEntry, nowMs: number, keptAt: number | null): boolean {
  if (takenAt === undefined) return false;
  // A clock that was put back is no reason to keep it for ever.
  const age = Math.abs(nowMs - takenAt);
  return age > A_DAY_MS || (age > PAGE_OPENS_MS && (keptAt === null || takenAt < keptAt));
}

/** An entry as the browser kept it, maybe an older version of this page. Null for what is none. */
export function readEntry(kept: unknown): OutboxEntry | null {
  if (isEntry(kept)) return kept;
  return isOldUndo(kept) ? ofOldUndo(kept) : null;
}

function isEntry(kept: unknown): kept is OutboxEntry {
  if (!has(kept, "id") || !has(kept, "kind") || typeof kept.id !== "string") return false;
  // What else it says the server checks, and answers for it alone.
  if (kept.kind === "review") return has(kept, "review") && has(kept.review, "questionId");
  return kept.kind === "action" && has(kept, "action") && has(kept.action, "kind");
}

type OldUndo = { id: string; kind: "undo"; reviewId: string };

/** Until November 2026 an undo went out by itself. */
function isOldUndo(kept: unknown): kept is OldUndo {
  if (!has(kept, "id") || !has(kept, "kind") || kept.kind !== "undo") return false;
  return typeof kept.id === "string" && has(kept, "reviewId") && typeof kept.reviewId === "string";
}

function ofOldUndo({ id, reviewId, ...rest }: OldUndo): OutboxEntry {
  const at = new Date(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toISOString();
  return { ...rest, id, kind: "action", action: { id, kind: "undo", reviewId, at } };
}
