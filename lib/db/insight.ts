import type { Queries } from "./client";

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
