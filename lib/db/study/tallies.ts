import type { LimitedReview } from "@/lib/domain/queue";
import type { Queries } from "@/lib/db/queries";

/** How many reviews of a study day are alike as far as its limits go. */
export async function reviewsOfDay(
  read: Queries,
  learnerId: string,
  studyDay: number,
): Promise<(LimitedReview & { reviews: number })[]> {
  const rows = await read.$queryRaw<AlikeRow[]>`
    SELECT "counts", "undoneAt" IS NOT NULL AS "undone", "phaseBefore", "dueDayBefore",
      COUNT(*) AS "reviews"
    FROM "Review" WHERE "learnerId" = ${learnerId} AND "studyDay" = ${studyDay}
    GROUP BY 1, 2, 3, 4`;
  return rows.map(({ phaseBefore, ...row }) => ({
    counts: Boolean(Number(row.counts)),
    undone: Boolean(Number(row.undone)),
    studyDay,
    phaseBefore,
    dueDayBefore: row.dueDayBefore === null ? null : Number(row.dueDayBefore),
    reviews: Number(row.reviews),
  }));
}

type AlikeRow = {
  counts: boolean | number | bigint;
  undone: boolean | number | bigint;
  phaseBefore: string;
  dueDayBefore: number | bigint | null;
  reviews: number | bigint;
};

const RECENT = 200;

/** How long the last answers took, newest first, in ms. */
export async function recentDurations(read: Queries, learnerId: string): Promise<number[]> {
  const rows = await read.review.findMany({
    where: { learnerId, undoneAt: null },
    orderBy: [{ studyDay: "desc" }],
    take: RECENT,
    select: { durationMs: true },
  });
  return rows.map(({ durationMs }) => durationMs);
}
