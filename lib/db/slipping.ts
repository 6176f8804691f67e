import { pointHistory, type PointOutcome } from "@/lib/domain/point-history";
import { groupBy } from "@/lib/group-by";
import { readInChunks } from "./in-chunks";
import { Prisma } from "./generated/client";
import type { PlainQueries } from "./plain-queries";
import type { Queries } from "./queries";

type MemoryKey = { learnerId: string; questionId: string };
type Outcome = { keyPointId: string; outcome: PointOutcome };

/**
 * Says in a question's memory whether any of its key points slips, inside the caller's transaction: after
 * all that changes its reviews or which points it has. Answers it. A question never seen gets a memory
 * only where there is something to say.
 */
export async function noteSlipping(tx: PlainQueries, key: MemoryKey): Promise<boolean> {
  const isSlipping = anySlips(await outcomesOf(tx, key));
  await note(tx, key, isSlipping);
  return isSlipping;
}

/** The same for the questions of all these key points, which a document lost or has again. */
export async function noteSlippingOf(tx: Queries, keyPointIds: readonly string[]): Promise<void> {
  const points = await readInChunks(keyPointIds, (some) =>
    tx.keyPoint.findMany({ where: { id: { in: some } }, select: { questionId: true } }),
  );
  const ids = [...new Set(points.map(({ questionId }) => questionId))];
  const noted = await readInChunks(ids, (some) =>
    tx.memory.findMany({
      where: { questionId: { in: some }, slipping: true },
      select: { learnerId: true, questionId: true },
    }),
  );
  const outcomes = await readInChunks(
    ids,
    (some) => tx.$queryRaw<(MemoryKey & Outcome)[]>`
      SELECT r."learnerId", k."questionId", p."keyPointId", p."outcome"
      FROM "KeyPoint" k
      CROSS JOIN "ReviewPoint" p ON p."keyPointId" = k."id"
      CROSS JOIN "Review" r ON r."id" = p."reviewId"
      LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = r."learnerId"
      WHERE k."questionId" IN (${Prisma.join(some)}) AND k."retiredAt" IS NULL
        AND (c."hidden" IS NULL OR c."hidden" = ${false}) AND r."undoneAt" IS NULL
      ORDER BY r."countedAt", r."id"`,
  );
  const keyOf = ({ learnerId, questionId }: MemoryKey) => `${learnerId} ${questionId}`;
  const slip = new Map<string, MemoryKey>();
  for (const [key, all] of groupBy(outcomes, keyOf))
    if (all[0] && anySlips(all)) slip.set(key, all[0]);
  const before = new Map(noted.map((key) => [keyOf(key), key]));
  // What is noted already, which is nearly all, is not written again.
  for (const [key, its] of before) if (!slip.has(key)) await note(tx, its, false);
  for (const [key, its] of slip) if (!before.has(key)) await note(tx, its, true);
}

function anySlips(outcomes: readonly Outcome[]): boolean {
  return [...groupBy(outcomes, ({ keyPointId }) => keyPointId).values()].some(
    (all) => pointHistory(all.map(({ outcome }) => outcome)).slipping,
  );
}

async function note(tx: PlainQueries, key: MemoryKey, isSlipping: boolean): Promise<void> {
  const { learnerId, questionId } = key;
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
}

/** What became of the key points that a question has for a learner, in the order of the reviews. */
async function outcomesOf(read: PlainQueries, { learnerId, questionId }: MemoryKey) {
  // CROSS JOIN keeps SQLite to the order written: from the points to their reviews.
  return read.$queryRaw<Outcome[]>`
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
