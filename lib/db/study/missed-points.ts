import type { Queries } from "@/lib/db/queries";
import { Prisma } from "@/lib/db/generated/client";
import type { MissedPoint } from "@/lib/domain/weakness";

/**
 * The key points of some questions that were missed most often, in the learner's own words; reviews
 * taken back don't count, nor do points that they hid.
 */
export async function mostMissedPoints(
  read: Queries,
  learnerId: string,
  { questionIds, limit }: { questionIds: readonly string[]; limit: number },
): Promise<MissedPoint[]> {
  if (questionIds.length === 0) return [];
  // CROSS JOIN keeps SQLite to the order written: from the questions to their reviews, not through the whole log.
  const rows = await read.$queryRaw<Record<keyof MissedPoint, string | number | bigint>[]>`
    SELECT k."id", COALESCE(c."text", k."text") AS "text", k."questionId", COUNT(*) AS "assessed",
      SUM(CASE WHEN p."outcome" = 'recalled' THEN 0 ELSE 1 END) AS "missed"
    FROM "KeyPoint" k
    CROSS JOIN "ReviewPoint" p ON p."keyPointId" = k."id"
    CROSS JOIN "Review" r ON r."id" = p."reviewId"
    LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = ${learnerId}
    WHERE k."questionId" IN (${Prisma.join([...questionIds])}) AND k."retiredAt" IS NULL
      AND r."learnerId" = ${learnerId} AND r."undoneAt" IS NULL
      AND (c."hidden" IS NULL OR c."hidden" = ${false})
    GROUP BY k."id"
    HAVING SUM(CASE WHEN p."outcome" = 'recalled' THEN 0 ELSE 1 END) > 0
    ORDER BY "missed" DESC, "assessed", k."id"
    LIMIT ${limit}`;
  return rows.map(({ id, text, questionId, missed, assessed }) => ({
    id: String(id),
    text: String(text),
    questionId: String(questionId),
    missed: Number(missed),
    assessed: Number(assessed),
  }));
}
