import type { Queries } from "@/lib/db/client";
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

/** What is known of the questions directly in a topic. */
export type TopicCounts = {
  topicId: string;
  /** In use. */
  questions: number;
  /** Of those, the ones graded at least once. */
  seen: number;
  /** Due by the end of the study day, learning steps included. */
  due: number;
  /** Sum over the seen ones of the predicted recall on the day given. */
  recallSum: number;
  reps: number;
  lapses: number;
};

/**
 * Counts for every topic that has questions, in one grouped query. `curve` is the learner's
 * forgetting curve: recall = (1 + factor × days / stability) ^ decay (FSRS-6).
 */
export async function topicCounts(
  read: Queries,
  learnerId: string,
  on: { studyDay: number; endOfDay: Date; curve: { decay: number; factor: number } },
): Promise<TopicCounts[]> {
  const { studyDay, endOfDay, curve } = on;
  const rows = await read.$queryRaw<Record<keyof TopicCounts, string | number | bigint>[]>`
    SELECT q."topicId",
      COUNT(*) AS "questions",
      SUM(CASE WHEN m."phase" <> 'new' THEN 1 ELSE 0 END) AS "seen",
      SUM(CASE WHEN m."phase" <> 'new' AND m."due" < ${endOfDay} THEN 1 ELSE 0 END) AS "due",
      SUM(CASE WHEN m."phase" <> 'new' THEN
        power(1 + ${curve.factor} * (CASE WHEN m."lastStudyDay" < ${studyDay}
          THEN ${studyDay} - m."lastStudyDay" ELSE 0 END) / m."stability", ${curve.decay})
        ELSE 0 END) AS "recallSum",
      SUM(COALESCE(m."reps", 0)) AS "reps",
      SUM(COALESCE(m."lapses", 0)) AS "lapses"
    FROM "Question" q
    LEFT JOIN "Memory" m ON m."questionId" = q."id" AND m."learnerId" = ${learnerId}
    WHERE q."retiredAt" IS NULL
    GROUP BY q."topicId"`;
  return rows.map((row) => ({
    topicId: String(row.topicId),
    questions: Number(row.questions),
    seen: Number(row.seen),
    due: Number(row.due),
    recallSum: Number(row.recallSum),
    reps: Number(row.reps),
    lapses: Number(row.lapses),
  }));
}
