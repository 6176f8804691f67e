import type { Queries } from "@/lib/db/queries";
import { toRating } from "@/lib/db/review-log";
import type { Rating } from "@/lib/domain/rating";
import { groupBy } from "@/lib/group-by";

/** A session as it is kept. */
export type SessionRow = { id: string; scope: string; startedAt: Date };

/** The learner's session with an id; null when there is none. */
export async function findSession(
  read: Queries,
  learnerId: string,
  id: string,
): Promise<SessionRow | null> {
  return read.session.findFirst({
    where: { id, learnerId },
    select: { id: true, scope: true, startedAt: true },
  });
}

/** The questions answered in a session, or what they were merged into; reviews taken back don't count. */
export async function answeredIn(
  read: Queries,
  learnerId: string,
  sessionId: string,
): Promise<string[]> {
  const rows = await read.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT COALESCE(q."mergedIntoId", q."id") AS "id"
    FROM "Review" r JOIN "Question" q ON q."id" = r."questionId"
    WHERE r."sessionId" = ${sessionId} AND r."learnerId" = ${learnerId} AND r."undoneAt" IS NULL`;
  return rows.map(({ id }) => id);
}

/** A review of a session, with what the learner missed in it. */
export type SessionReview = {
  /** What it counts for now, where the question was merged into another. */
  questionId: string;
  prompt: string;
  rating: Rating;
  /** Key points that were missed or said wrongly, in the learner's words. */
  missed: string[];
};

/** The reviews of a session in the order given, but for those taken back. */
export async function reviewsOfSession(
  read: Queries,
  learnerId: string,
  sessionId: string,
): Promise<SessionReview[]> {
  const rows = await read.$queryRaw<ReviewRow[]>`
    SELECT r."id", r."rating", COALESCE(q."mergedIntoId", q."id") AS "questionId", said."prompt"
    FROM "Review" r
    JOIN "Question" q ON q."id" = r."questionId"
    JOIN "QuestionVersion" v ON v."id" = r."versionId"
    JOIN "QuestionText" said ON said."hash" = v."hash"
    WHERE r."sessionId" = ${sessionId} AND r."learnerId" = ${learnerId} AND r."undoneAt" IS NULL
    ORDER BY r."countedAt", r."id"`;
  const points = await read.$queryRaw<{ reviewId: string; text: string }[]>`
    SELECT p."reviewId", COALESCE(c."text", k."text") AS "text"
    FROM "Review" r
    CROSS JOIN "ReviewPoint" p ON p."reviewId" = r."id"
    CROSS JOIN "KeyPoint" k ON k."id" = p."keyPointId"
    LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = ${learnerId}
    WHERE r."sessionId" = ${sessionId} AND r."learnerId" = ${learnerId} AND r."undoneAt" IS NULL
      AND p."outcome" <> 'recalled' AND (c."hidden" IS NULL OR c."hidden" = ${false})
    ORDER BY p."reviewId", k."position"`;
  const missed = groupBy(points, ({ reviewId }) => reviewId);
  return rows.map(({ id, rating, ...review }) => ({
    ...review,
    rating: toRating(Number(rating)),
    missed: (missed.get(id) ?? []).map(({ text }) => text),
  }));
}

type ReviewRow = Omit<SessionReview, "rating" | "missed"> & { id: string; rating: number | bigint };
