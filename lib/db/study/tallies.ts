import type { Queries } from "@/lib/db/client";

/** What was done on a study day; the first two count against its limits. */
export async function tallyOfDay(
  read: Queries,
  learnerId: string,
  studyDay: number,
): Promise<{ newStarted: number; dueReviewed: number; answered: number }> {
  const rows = await read.review.groupBy({
    by: ["phaseBefore"],
    where: { learnerId, studyDay, counts: true, undoneAt: null },
    _count: { _all: true },
  });
  const count = new Map(rows.map(({ phaseBefore, _count }) => [phaseBefore, _count._all]));
  return {
    newStarted: count.get("new") ?? 0,
    dueReviewed: count.get("review") ?? 0,
    answered: [...count.values()].reduce((sum, one) => sum + one, 0),
  };
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
