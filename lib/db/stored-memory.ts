import type { Memory } from "@/lib/domain/memory";
import type { Memory as MemoryRow } from "./generated/client";

/** A learner's memory of a question, with what the learner decided about it. */
export type StoredMemory = {
  memory: Memory;
  /** The newest review it rests on; the next one is recorded against it. */
  lastReviewId: string | null;
  resetAt: Date | null;
  suspended: boolean;
  buriedUntil: Date | null;
  flagged: boolean;
};

const NEVER_SEEN: StoredMemory = {
  memory: { phase: "new" },
  lastReviewId: null,
  resetAt: null,
  suspended: false,
  buriedUntil: null,
  flagged: false,
};

/** A row of `Memory` as the domain knows it. No row: never seen. */
export function toStoredMemory(row: MemoryRow | null | undefined): StoredMemory {
  if (!row) return NEVER_SEEN;
  const { lastReviewId, resetAt, suspended, buriedUntil, flagged } = row;
  return { memory: toMemory(row), lastReviewId, resetAt, suspended, buriedUntil, flagged };
}

function toMemory(row: MemoryRow): Memory {
  const { phase, stability, difficulty, due, lastReviewedAt, lastStudyDay } = row;
  if (phase === "new") return { phase };
  if (phase !== "learning" && phase !== "review" && phase !== "relearning")
    throw new Error(`Memory of ${row.questionId} has the unknown phase ${phase}`);
  if (!stability || !difficulty || !due || !lastReviewedAt || lastStudyDay === null)
    throw new Error(`Memory of ${row.questionId} is ${phase} and incomplete`);
  return {
    phase,
    step: row.step,
    stability,
    difficulty,
    reps: row.reps,
    lapses: row.lapses,
    dueAt: due,
    lastReviewedAt,
    lastStudyDay,
  };
}
