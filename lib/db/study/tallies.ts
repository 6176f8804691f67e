import type { Phase } from "@/lib/domain/memory";
import type { LimitedReview } from "@/lib/domain/queue";
import { LONGEST_MS } from "@/lib/domain/pace";
import { type Rating, RATINGS } from "@/lib/domain/rating";
import { Prisma } from "@/lib/db/generated/client";
import type { ReadPlainly } from "@/lib/db/plain-queries";
import type { Queries } from "@/lib/db/queries";
import { isSeenPhase } from "@/lib/db/stored-memory";

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

/** How many answers there were on each study day of some, where there were any. */
export async function answersByDay(
  read: Queries,
  learnerId: string,
  { from, to }: { from: number; to: number },
): Promise<Map<number, number>> {
  const rows = await read.$queryRaw<{ studyDay: number | bigint; answers: number | bigint }[]>`
    SELECT "studyDay", COUNT(*) AS "answers" FROM "Review"
    WHERE "learnerId" = ${learnerId} AND "studyDay" BETWEEN ${from} AND ${to}
      AND "undoneAt" IS NULL
    GROUP BY "studyDay"`;
  return new Map(rows.map(({ studyDay, answers }) => [Number(studyDay), Number(answers)]));
}

const RECENT = 200;

/** How long the last answers took, newest first, in ms; those of mock interviews have a pace of their own. */
export async function recentDurations(read: Queries, learnerId: string): Promise<number[]> {
  const rows = await read.review.findMany({
    where: { learnerId, undoneAt: null, mode: { not: "mock" } },
    orderBy: [{ studyDay: "desc" }],
    take: RECENT,
    select: { durationMs: true },
  });
  return rows.map(({ durationMs }) => durationMs);
}

/** An answer as far as a plan looks back at it. */
export type RecentAnswer = { phaseBefore: Phase; rating: Rating; durationMs: number };

/** The last answers before a study day, newest first: a day is planned by those before it. */
export async function answersBefore(
  readPlainly: ReadPlainly,
  learnerId: string,
  studyDay: number,
): Promise<RecentAnswer[]> {
  const rows = await readPlainly<Record<keyof RecentAnswer, unknown>[]>(Prisma.sql`
    SELECT "phaseBefore", "rating", "durationMs" FROM "Review"
    WHERE "learnerId" = ${learnerId} AND "studyDay" < ${studyDay} AND "undoneAt" IS NULL
      AND "mode" <> 'mock'
    ORDER BY "studyDay" DESC LIMIT ${RECENT_OF_ALL_PHASES}`);
  return rows.map(({ phaseBefore, rating, durationMs }) => ({
    phaseBefore: isSeenPhase(phaseBefore) ? phaseBefore : "new",
    rating: RATINGS.find((one) => one === Number(rating)) ?? 3,
    durationMs: Number(durationMs),
  }));
}

const RECENT_OF_ALL_PHASES = 600;

/** How much of a study day was spent on answers that count, in ms; an answer of over ten minutes had a break. */
export async function spentOnDay(
  read: Queries,
  learnerId: string,
  studyDay: number,
): Promise<number> {
  const [row] = await read.$queryRaw<{ spentMs: number | bigint | null }[]>`
    SELECT SUM(MIN("durationMs", ${LONGEST_MS})) AS "spentMs" FROM "Review"
    WHERE "learnerId" = ${learnerId} AND "studyDay" = ${studyDay}
      AND "counts" AND "undoneAt" IS NULL`;
  return Number(row?.spentMs ?? 0);
}
