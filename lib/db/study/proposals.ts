import type { Queries } from "@/lib/db/queries";
import type { Rating } from "@/lib/domain/rating";

/** A grade that ticks proposed, the one given, and the one of the question's next review. */
export type Proposed = { proposed: Rating; given: Rating; next: Rating | null };

/** What became of a learner's newest proposals, `limit` at the most; reviews taken back don't count. */
export async function newestProposals(
  read: Queries,
  learnerId: string,
  limit: number,
): Promise<Proposed[]> {
  return read.$queryRaw<Proposed[]>`
    SELECT r."proposedRating" AS "proposed", r."rating" AS "given", (
      SELECT n."rating" FROM "Review" n
      WHERE n."learnerId" = r."learnerId" AND n."questionId" = r."questionId"
        AND (n."countedAt", n."id") > (r."countedAt", r."id")
        AND n."undoneAt" IS NULL
      ORDER BY n."countedAt", n."id" LIMIT 1) AS "next"
    FROM "Review" r
    WHERE r."learnerId" = ${learnerId} AND r."proposedRating" IS NOT NULL AND r."undoneAt" IS NULL
    ORDER BY r."countedAt" DESC
    LIMIT ${limit}`;
}
