import type { QueueCounts } from "@/lib/domain/queue";
import type { TopicFigures } from "@/lib/domain/topic";
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
export type TopicCounts = TopicFigures & { topicId: string };

/**
 * Figures for every topic that has questions, in one grouped query. `curve` is the learner's
 * forgetting curve: recall = (1 + factor × days / stability) ^ decay (FSRS-6).
 */
export async function topicCounts(
  read: Queries,
  learnerId: string,
  on: { now: Date; studyDay: number; endOfDay: Date; curve: { decay: number; factor: number } },
): Promise<TopicCounts[]> {
  const { now, studyDay, endOfDay, curve } = on;
  const active = Prisma.sql`m."suspended" = ${false} AND (m."buriedUntil" IS NULL OR m."buriedUntil" <= ${now})`;
  const isDue = Prisma.sql`${active} AND m."due" < ${endOfDay}`;
  const kept = Prisma.sql`m."phase" <> 'new' AND m."suspended" = ${false}`;
  const rated = Prisma.sql`${kept} AND m."lastStudyDay" < ${studyDay}`;
  const rows = await read.$queryRaw<CountsRow[]>`
    SELECT q."topicId",
      COUNT(*) AS "questions",
      COUNT(CASE WHEN m."phase" <> 'new' THEN 1 END) AS "seen",
      COUNT(CASE WHEN m."phase" IS NULL OR (m."phase" = 'new' AND ${active}) THEN 1 END) AS "new",
      COUNT(CASE WHEN m."phase" IN ('learning', 'relearning') AND ${isDue} THEN 1 END) AS "learning",
      COUNT(CASE WHEN m."phase" = 'review' AND ${isDue} THEN 1 END) AS "review",
      COUNT(CASE WHEN ${rated} THEN 1 END) AS "rated",
      COALESCE(SUM(CASE WHEN ${rated} THEN
        power(1 + ${curve.factor} * (${studyDay} - m."lastStudyDay") / m."stability", ${curve.decay})
        END), 0) AS "recallSum",
      COUNT(CASE WHEN ${kept} AND m."lastStudyDay" >= ${studyDay} THEN 1 END) AS "gradedToday",
      SUM(COALESCE(m."lapses", 0)) AS "lapses"
    FROM "Question" q
    LEFT JOIN "Memory" m ON m."questionId" = q."id" AND m."learnerId" = ${learnerId}
    WHERE q."retiredAt" IS NULL
    GROUP BY q."topicId"`;
  return rows.map((row) => ({
    topicId: String(row.topicId),
    questions: Number(row.questions),
    seen: Number(row.seen),
    waiting: {
      new: Number(row.new),
      learning: Number(row.learning),
      review: Number(row.review),
    },
    rated: Number(row.rated),
    recallSum: Number(row.recallSum),
    gradedToday: Number(row.gradedToday),
    lapses: Number(row.lapses),
  }));
}

type CountsRow = Record<
  Exclude<keyof TopicCounts, "waiting"> | keyof QueueCounts,
  string | number | bigint
>;

/** The recall that a learner wants of single topics, by topic id, where it is another than of all. */
export async function retentionsByTopic(
  read: Queries,
  learnerId: string,
): Promise<Map<string, number>> {
  const rows = await read.topicSetting.findMany({
    where: { learnerId },
    select: { topicId: true, desiredRetention: true },
  });
  return new Map(
    rows.flatMap(({ topicId, desiredRetention: wanted }) =>
      wanted === null ? [] : [[topicId, wanted] as const],
    ),
  );
}
