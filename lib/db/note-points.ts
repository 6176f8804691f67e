import { pointHistory } from "@/lib/domain/point-history";
import { type PointReviewed, sumsOf } from "@/lib/domain/point-sums";
import { groupBy } from "@/lib/group-by";
import { readInChunks } from "./in-chunks";
import { Prisma } from "./generated/client";
import type { PlainQueries } from "./plain-queries";
import type { Queries } from "./queries";
import { pointsText } from "./stored-points";

type MemoryKey = { learnerId: string; questionId: string };

/** What a memory says of its question's points. */
type Noted = { slipping: boolean; points: string | null };

/**
 * Says in a question's memory how its key points went, and whether any of them slips, inside the caller's
 * transaction: after all that changes its reviews or which points it has. Answers whether one slips. A
 * question never seen gets a memory only where there is something to say.
 */
export async function notePoints(tx: PlainQueries, key: MemoryKey): Promise<boolean> {
  const noted = notedOf(await reviewedPoints(tx, key));
  await note(tx, key, noted);
  return noted.slipping;
}

/** The same for the questions of all these key points, which a document lost or has again. */
export async function notePointsOf(tx: Queries, keyPointIds: readonly string[]): Promise<void> {
  const points = await readInChunks(keyPointIds, (some) =>
    tx.keyPoint.findMany({ where: { id: { in: some } }, select: { questionId: true } }),
  );
  const ids = [...new Set(points.map(({ questionId }) => questionId))];
  const memories = await readInChunks(ids, (some) =>
    tx.memory.findMany({
      where: { questionId: { in: some }, points: { not: null } },
      select: { learnerId: true, questionId: true, slipping: true, points: true },
    }),
  );
  const reviewed = await readInChunks(
    ids,
    (some) => tx.$queryRaw<(MemoryKey & PointReviewed)[]>`
      SELECT r."learnerId", k."questionId", p."keyPointId", p."outcome", p."reviewId",
        r."predictedRecall"
      FROM "KeyPoint" k
      CROSS JOIN "ReviewPoint" p ON p."keyPointId" = k."id"
      CROSS JOIN "Review" r ON r."id" = p."reviewId"
      LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = r."learnerId"
      WHERE k."questionId" IN (${Prisma.join(some)}) AND k."retiredAt" IS NULL
        AND (c."hidden" IS NULL OR c."hidden" = ${false}) AND r."undoneAt" IS NULL
      ORDER BY r."countedAt", r."id"`,
  );
  const now = groupBy(reviewed, keyOf);
  const before = new Map(memories.map((memory) => [keyOf(memory), memory]));
  const keys = new Map([...memories, ...reviewed].map((one) => [keyOf(one), one]));
  for (const [key, { learnerId, questionId }] of keys) {
    const noted = notedOf(now.get(key) ?? []);
    const known = before.get(key);
    // What is noted already, which is nearly all, is not written again.
    if (known?.slipping === noted.slipping && known.points === noted.points) continue;
    await note(tx, { learnerId, questionId }, noted);
  }
}

function keyOf({ learnerId, questionId }: MemoryKey): string {
  return `${learnerId} ${questionId}`;
}

function notedOf(reviewed: readonly PointReviewed[]): Noted {
  const byPoint = groupBy(reviewed, ({ keyPointId }) => keyPointId);
  const slipping = [...byPoint.values()].some(
    (all) => pointHistory(all.map(({ outcome }) => outcome)).slipping,
  );
  return { slipping, points: pointsText(sumsOf(reviewed)) };
}

async function note(tx: PlainQueries, key: MemoryKey, noted: Noted): Promise<void> {
  const { learnerId, questionId } = key;
  if (noted.points === null)
    await tx.$executeRaw`
      UPDATE "Memory" SET "slipping" = ${false}, "points" = ${null}
      WHERE "learnerId" = ${learnerId} AND "questionId" = ${questionId}
        AND ("slipping" OR "points" IS NOT NULL)`;
  else
    await tx.$executeRaw`
      INSERT INTO "Memory" (
        "learnerId", "questionId", "phase", "step", "reps", "lapses",
        "suspended", "flagged", "leech", "slipping", "points")
      VALUES (
        ${learnerId}, ${questionId}, 'new', 0, 0, 0, ${false}, ${false}, ${false},
        ${noted.slipping}, ${noted.points})
      ON CONFLICT ("learnerId", "questionId") DO UPDATE SET
        "slipping" = excluded."slipping", "points" = excluded."points"
      WHERE "Memory"."slipping" <> excluded."slipping"
        OR "Memory"."points" IS DISTINCT FROM excluded."points"`;
}

/** What became of the key points that a question has for a learner, the oldest review first. */
async function reviewedPoints(read: PlainQueries, { learnerId, questionId }: MemoryKey) {
  // CROSS JOIN keeps SQLite to the order written: from the points to their reviews.
  return read.$queryRaw<PointReviewed[]>`
    SELECT p."keyPointId", p."outcome", p."reviewId", r."predictedRecall"
    FROM "KeyPoint" k
    CROSS JOIN "ReviewPoint" p ON p."keyPointId" = k."id"
    CROSS JOIN "Review" r ON r."id" = p."reviewId"
    LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = ${learnerId}
    WHERE k."questionId" = ${questionId} AND k."retiredAt" IS NULL
      AND (c."hidden" IS NULL OR c."hidden" = ${false})
      AND r."learnerId" = ${learnerId} AND r."undoneAt" IS NULL
    ORDER BY r."countedAt", r."id"`;
}
