import type { LimitedReview } from "@/lib/domain/queue";
import type { Queries } from "@/lib/db/client";

/** The reviews of a study day, as far as its limits go. */
export async function reviewsOfDay(
  read: Queries,
  learnerId: string,
  day: number,
): Promise<LimitedReview[]> {
  const rows = await read.review.findMany({
    where: { learnerId, studyDay: day },
    select: {
      counts: true,
      undoneAt: true,
      studyDay: true,
      phaseBefore: true,
      dueDayBefore: true,
    },
  });
  return rows.map(({ undoneAt, ...row }) => ({ ...row, undone: undoneAt !== null }));
}

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
