import { type Memory, NEW_MEMORY, type SeenMemory } from "@/lib/domain/memory";
import { replay } from "@/lib/domain/replay";
import { DEFAULT_WEIGHTS } from "@/lib/domain/schedule";
import { reportOnce } from "@/lib/report-once";
import type { Queries } from "./queries";
import { Prisma } from "./generated/client";
import type { PlainQueries } from "./plain-queries";
import { lastStanding, reviewLog } from "./review-log";
import { type MemoryRow, NEVER_SEEN, readMemoryRow, type StoredMemory } from "./stored-memory";
import { weightsInUse } from "./usable-settings";

type MemoryKey = { learnerId: string; questionId: string };

/** A question's memory as stored. */
export async function storedMemory(read: PlainQueries, key: MemoryKey): Promise<StoredMemory> {
  const [row] = await read.$queryRaw<MemoryRow[]>`
    SELECT * FROM "Memory"
    WHERE "learnerId" = ${key.learnerId} AND "questionId" = ${key.questionId}`;
  return row ? toStoredMemory(read, key, row) : NEVER_SEEN;
}

/** What is stored of each of some questions that has a row; the others were never seen. */
export async function storedMemories(
  read: Queries,
  learnerId: string,
  questionIds: readonly string[],
): Promise<Map<string, StoredMemory>> {
  if (questionIds.length === 0) return new Map();
  const rows = await read.$queryRaw<(MemoryRow & { questionId: string })[]>`
    SELECT * FROM "Memory"
    WHERE "learnerId" = ${learnerId} AND "questionId" IN (${Prisma.join([...questionIds])})`;
  const stored = new Map<string, StoredMemory>();
  for (const row of rows) {
    const { questionId } = row;
    stored.set(questionId, await toStoredMemory(read, { learnerId, questionId }, row));
  }
  return stored;
}

/**
 * A row as the domain knows it. One that can't be read is replayed from its log, as the next grade
 * or the next start will write it: it stands in nobody's way.
 */
export async function toStoredMemory(
  read: PlainQueries,
  key: MemoryKey,
  row: MemoryRow,
): Promise<StoredMemory> {
  const { memory, ...own } = readMemoryRow(row);
  if (memory) return { ...own, memory };
  reportOnce(`The memory of question ${key.questionId} can't be read; its reviews say it instead.`);
  const log = await reviewLog(read, key);
  const weights = (await weightsInUse(read, key.learnerId)) ?? DEFAULT_WEIGHTS;
  return {
    ...own,
    memory: replay(log, weights, own.resetAt),
    lastReviewId: lastStanding(log)?.id ?? null,
  };
}

/** When a question was last started over, whatever else its memory says; null for never. */
export async function lastReset(read: PlainQueries, key: MemoryKey): Promise<Date | null> {
  const [row] = await read.$queryRaw<{ resetAt: Date | null }[]>`
    SELECT "resetAt" FROM "Memory"
    WHERE "learnerId" = ${key.learnerId} AND "questionId" = ${key.questionId}`;
  return row?.resetAt ?? null;
}

/** Whose memories of what lack what a seen question's has. */
export async function unreadableMemories(read: PlainQueries): Promise<MemoryKey[]> {
  return read.$queryRaw`
    SELECT "learnerId", "questionId" FROM "Memory"
    WHERE "phase" <> 'new' AND (
      "phase" NOT IN ('learning', 'review', 'relearning') OR "stability" IS NULL
      OR "stability" <= 0 OR "difficulty" IS NULL OR "due" IS NULL OR "lastReviewedAt" IS NULL
      OR "lastStudyDay" IS NULL)`;
}

/**
 * Writes the memory after a review, if it still rests on the review and the reset expected, and the
 * question was not merged into another. False when somebody came between: nothing was written, and
 * the log must be replayed.
 */
export async function advanceMemory(
  tx: PlainQueries,
  key: MemoryKey,
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
  tx: PlainQueries,
  key: MemoryKey,
  { memory, lastReviewId }: { memory: Memory; lastReviewId: string | null },
): Promise<void> {
  const m = memoryColumns(memory);
  await tx.$executeRaw`
    INSERT INTO "Memory" (
      "learnerId", "questionId", "phase", "step", "stability", "difficulty", "reps", "lapses",
      "due", "lastReviewId", "lastReviewedAt", "lastStudyDay", "suspended", "flagged", "leech")
    VALUES (
      ${key.learnerId}, ${key.questionId}, ${m.phase}, ${m.step}, ${m.stability}, ${m.difficulty},
      ${m.reps}, ${m.lapses}, ${m.dueAt}, ${lastReviewId}, ${m.lastReviewedAt},
      ${m.lastStudyDay}, ${false}, ${false}, ${false})
    ON CONFLICT ("learnerId", "questionId") DO UPDATE SET
      "phase" = excluded."phase", "step" = excluded."step", "stability" = excluded."stability",
      "difficulty" = excluded."difficulty", "reps" = excluded."reps", "lapses" = excluded."lapses",
      "due" = excluded."due", "lastReviewId" = excluded."lastReviewId",
      "lastReviewedAt" = excluded."lastReviewedAt", "lastStudyDay" = excluded."lastStudyDay"`;
}

function memoryColumns(memory: Memory) {
  return memory.phase === "new" ? { ...NO_NUMBERS, ...NEW_MEMORY } : memory;
}

const NO_NUMBERS = {
  step: 0,
  stability: null,
  difficulty: null,
  reps: 0,
  lapses: 0,
  dueAt: null,
  lastReviewedAt: null,
  lastStudyDay: null,
};
