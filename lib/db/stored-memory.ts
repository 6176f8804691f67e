import type { Memory, SeenMemory } from "@/lib/domain/memory";

/** A learner's memory of a question, with what the learner decided about it. */
export type StoredMemory = {
  memory: Memory;
  /** The newest review it rests on; the next one is recorded against it. */
  lastReviewId: string | null;
  resetAt: Date | null;
  suspended: boolean;
  buriedUntil: Date | null;
  flagged: boolean;
  /** Whether one of its key points slips; see `notePoints`. */
  slipping: boolean;
};

/** A row of `Memory`, whoever wrote it. */
export type MemoryRow = Record<
  "phase" | "step" | "stability" | "difficulty" | "reps" | "lapses" | "due",
  unknown
> &
  Record<"lastReviewId" | "lastReviewedAt" | "lastStudyDay" | "resetAt", unknown> &
  Record<"suspended" | "buriedUntil" | "flagged" | "slipping", unknown>;

export const NEVER_SEEN: StoredMemory = {
  memory: { phase: "new" },
  lastReviewId: null,
  resetAt: null,
  suspended: false,
  buriedUntil: null,
  flagged: false,
  slipping: false,
};

/** A row as the domain knows it; its memory is null when it can't be read, and is to be replayed. */
export function readMemoryRow(
  row: MemoryRow,
): Omit<StoredMemory, "memory"> & { memory: Memory | null } {
  const { lastReviewId, resetAt, suspended, buriedUntil, flagged, slipping } = row;
  return {
    memory: readMemory(row),
    lastReviewId: typeof lastReviewId === "string" ? lastReviewId : null,
    resetAt: isTime(resetAt) ? resetAt : null,
    suspended: suspended === true,
    buriedUntil: isTime(buriedUntil) ? buriedUntil : null,
    flagged: flagged === true,
    slipping: slipping === true,
  };
}

function readMemory(row: MemoryRow): Memory | null {
  const { phase, step, stability, difficulty, reps, lapses, due, lastReviewedAt, lastStudyDay } =
    row;
  if (phase === "new") return { phase };
  if (!isSeenPhase(phase) || !isTime(due) || !isTime(lastReviewedAt)) return null;
  if (!isPositive(stability) || !isPositive(difficulty)) return null;
  if (!isWhole(step) || !isWhole(reps) || !isWhole(lapses) || !isWhole(lastStudyDay)) return null;
  return {
    phase,
    step,
    stability,
    difficulty,
    reps,
    lapses,
    dueAt: due,
    lastReviewedAt,
    lastStudyDay,
  };
}

export function isSeenPhase(phase: unknown): phase is SeenMemory["phase"] {
  return phase === "learning" || phase === "review" || phase === "relearning";
}

function isTime(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime());
}

function isPositive(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value);
}
