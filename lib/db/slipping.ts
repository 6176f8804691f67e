import { pointHistory, type PointOutcome } from "@/lib/domain/point-history";
import { groupBy } from "@/lib/group-by";
import { readInChunks } from "./in-chunks";
import { Prisma } from "./generated/client";
import type { PlainQueries } from "./plain-queries";
import type { Queries } from "./queries";

type MemoryKey = { learnerId: string; questionId: string };

/**
 * Says in a question's memory whether any of its key points slips, inside the caller's transaction: after
 * all that changes its reviews or which points it has. Answers it. A question never seen gets a memory
 * only where there is something to say.
 */
export async function noteSlipping(tx: PlainQueries, key: MemoryKey): Promise<boolean> {
  const { learnerId, questionId } = key;
  const outcomes = groupBy(await outcomesOf(tx, key), ({ keyPointId }) => keyPointId);
  const isSlipping = [...outcomes.values()].some(
    (all) => pointHistory(all.map(({ outcome }) => outcome)).slipping,
  );
  if (isSlipping)
    await tx.$executeRaw`
      INSERT INTO "Memory" (
        "learnerId", "questionId", "phase", "step", "reps", "lapses",
        "suspended", "flagged", "leech", "slipping")
      VALUES (
        ${learnerId}, ${questionId}, 'new', 0, 0, 0, ${false}, ${false}, ${false}, ${true})
      ON CONFLICT ("learnerId", "questionId") DO UPDATE SET "slipping" = excluded."slipping"
      WHERE "Memory"."slipping" <> excluded."slipping"`;
  else
    await tx.$executeRaw`
      UPDATE "Memory" SET "slipping" = ${false}
      WHERE "learnerId" = ${learnerId} AND "questionId" = ${questionId} AND "slipping"`;
  return isSlipping;
}

/** The same for all whose reviews assessed some key points, which a document lost or has again. */
export async function noteSlippingOf(tx: Queries, keyPointIds: readonly string[]): Promise<void> {
  const keys = await readInChunks(
    keyPointIds,
    (some) => tx.$queryRaw<MemoryKey[]>`
      SELECT DISTINCT r."learnerId", k."questionId"
      FROM "KeyPoint" k
      CROSS JOIN "ReviewPoint" p ON p."keyPointId" = k."id"
      CROSS JOIN "Review" r ON r."id" = p."reviewId"
      WHERE k."id" IN (${Prisma.join(some)})`,
  );
  for (const key of keys) await noteSlipping(tx, key);
}

/** What became of the key points that a question has for a learner, in the order of the reviews. */
async function outcomesOf(read: PlainQueries, { learnerId, questionId }: MemoryKey) {
  // CROSS JOIN keeps SQLite to the order written: from the points to their reviews.
  return read.$queryRaw<{ keyPointId: string; outcome: PointOutcome }[]>`
    SELECT p."keyPointId", p."outcome"
    FROM "KeyPoint" k
    CROSS JOIN "ReviewPoint" p ON p."keyPointId" = k."id"
    CROSS JOIN "Review" r ON r."id" = p."reviewId"
    LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = ${learnerId}
    WHERE k."questionId" = ${questionId} AND k."retiredAt" IS NULL
      AND (c."hidden" IS NULL OR c."hidden" = ${false})
      AND r."learnerId" = ${learnerId} AND r."undoneAt" IS NULL
    ORDER BY r."countedAt", r."id"`;
}
