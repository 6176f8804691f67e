import { Prisma } from "@/lib/db/generated/client";
import { readInChunks } from "@/lib/db/in-chunks";
import type { Queries } from "@/lib/db/queries";
import {
  LATELY,
  pointHistory,
  type PointHistory,
  type PointOutcome,
} from "@/lib/domain/point-history";
import { groupBy } from "@/lib/group-by";

/** How key points went lately with a learner, by id; those that no review assessed are left out. */
export async function pointHistories(
  read: Queries,
  learnerId: string,
  keyPointIds: readonly string[],
): Promise<Map<string, PointHistory>> {
  // CROSS JOIN keeps SQLite to the order written: from the points to their reviews.
  const rows = await readInChunks(
    keyPointIds,
    (some) => read.$queryRaw<{ keyPointId: string; outcome: PointOutcome }[]>`
      SELECT "keyPointId", "outcome" FROM (
        SELECT p."keyPointId", p."outcome", ROW_NUMBER() OVER (
          PARTITION BY p."keyPointId" ORDER BY r."countedAt" DESC, r."id" DESC) AS "ago"
        FROM "ReviewPoint" p
        CROSS JOIN "Review" r ON r."id" = p."reviewId"
        WHERE p."keyPointId" IN (${Prisma.join(some)})
          AND r."learnerId" = ${learnerId} AND r."undoneAt" IS NULL) o
      WHERE "ago" <= ${LATELY}
      ORDER BY "keyPointId", "ago" DESC`,
  );
  const byPoint = groupBy(rows, ({ keyPointId }) => keyPointId);
  return new Map(
    [...byPoint].map(([id, all]) => [id, pointHistory(all.map(({ outcome }) => outcome))]),
  );
}
