import type { Queries } from "@/lib/db/queries";
import type { Went } from "@/lib/domain/trend";

/**
 * How the reviews of some study days went by topic id; first reviews and those of the same day, of which
 * nothing was predicted, left out.
 */
export async function recalledByTopic(
  read: Queries,
  learnerId: string,
  { from, to }: { from: number; to: number },
): Promise<Map<string, Went>> {
  const rows = await read.$queryRaw<Record<"topicId" | keyof Went, string | number | bigint>[]>`
    SELECT q."topicId", COUNT(*) AS "reviews",
      SUM(CASE WHEN r."rating" > 1 THEN 1 ELSE 0 END) AS "recalled"
    FROM "Review" r
    JOIN "Question" q ON q."id" = r."questionId"
    WHERE r."learnerId" = ${learnerId} AND r."studyDay" >= ${from} AND r."studyDay" <= ${to}
      AND r."undoneAt" IS NULL AND r."predictedRecall" < 1
    GROUP BY q."topicId"`;
  return new Map(
    rows.map(({ topicId, reviews, recalled }) => [
      String(topicId),
      { reviews: Number(reviews), recalled: Number(recalled) },
    ]),
  );
}
