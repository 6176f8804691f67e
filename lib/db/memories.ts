import type { SeenMemory } from "@/lib/domain/memory";
import type { Queries } from "./client";
import type { Memory as MemoryRow } from "./generated/client";
import { type StoredMemory, toStoredMemory } from "./stored-memory";

/** A question's memory as stored. */
export async function storedMemory(
  read: Queries,
  key: { learnerId: string; questionId: string },
): Promise<StoredMemory> {
  return toStoredMemory(await read.memory.findUnique({ where: { learnerId_questionId: key } }));
}

/**
 * Writes the memory after a review, if it still rests on the review and the reset expected, and the
 * question was not merged into another. False when somebody came between: nothing was written, and
 * the log must be replayed.
 */
export async function advanceMemory(
  tx: Queries,
  key: { learnerId: string; questionId: string },
  expected: Pick<StoredMemory, "lastReviewId" | "resetAt">,
  memory: SeenMemory,
  lastReviewId: string,
): Promise<boolean> {
  const m = memory;
  const written = await tx.$executeRaw`
    INSERT INTO "Memory" (
      "learnerId", "questionId", "phase", "step", "stability", "difficulty", "reps", "lapses",
      "due", "lastReviewId", "lastReviewedAt", "lastStudyDay", "suspended", "flagged", "leech")
    SELECT
      ${key.learnerId}, q."id", ${m.phase}, ${m.step}, ${m.stability}, ${m.difficulty},
      ${m.reps}, ${m.lapses}, ${m.dueAt}, ${lastReviewId}, ${m.lastReviewedAt},
      ${m.lastStudyDay}, ${false}, ${false}, ${false}
    FROM "Question" q WHERE q."id" = ${key.questionId} AND q."mergedIntoId" IS NULL
    ON CONFLICT ("learnerId", "questionId") DO UPDATE SET
      "phase" = excluded."phase", "step" = excluded."step", "stability" = excluded."stability",
      "difficulty" = excluded."difficulty", "reps" = excluded."reps", "lapses" = excluded."lapses",
      "due" = excluded."due", "lastReviewId" = excluded."lastReviewId",
      "lastReviewedAt" = excluded."lastReviewedAt", "lastStudyDay" = excluded."lastStudyDay"
    WHERE "Memory"."lastReviewId" IS NOT DISTINCT FROM ${expected.lastReviewId}
      AND "Memory"."resetAt" IS NOT DISTINCT FROM ${expected.resetAt}`;
  return written === 1;
}

/** Writes the memory that a replay gave, whatever stood there; flags and pauses stay. */
export async function replaceMemory(
  tx: Queries,
  key: { learnerId: string; questionId: string },
  { memory, lastReviewId }: { memory: StoredMemory["memory"]; lastReviewId: string | null },
): Promise<void> {
  const data = { ...memoryColumns(memory), lastReviewId };
  await tx.memory.upsert({
    where: { learnerId_questionId: key },
    update: data,
    create: { ...key, ...data, suspended: false, flagged: false, leech: false },
  });
}

function memoryColumns(
  memory: StoredMemory["memory"],
): Omit<MemoryRow, "learnerId" | "questionId" | "lastReviewId" | keyof LearnersOwn> {
  if (memory.phase === "new") return NEW_COLUMNS;
  const { dueAt, ...columns } = memory;
  return { ...columns, due: dueAt };
}

type LearnersOwn = Pick<MemoryRow, "resetAt" | "suspended" | "buriedUntil" | "flagged" | "leech">;

const NEW_COLUMNS = {
  phase: "new",
  step: 0,
  stability: null,
  difficulty: null,
  reps: 0,
  lapses: 0,
  due: null,
  lastReviewedAt: null,
  lastStudyDay: null,
};
