import type { Queries } from "./client";

/** Questions in use that neither the document nor the learner answers, as a condition. */
export function unansweredBy(learnerId: string) {
  return {
    retiredAt: null,
    answerHash: null,
    notes: { none: { learnerId, kind: "answer" } },
  } as const;
}

/** How many such questions there are. */
export async function unansweredCount(read: Queries, learnerId: string): Promise<number> {
  return read.question.count({ where: unansweredBy(learnerId) });
}

/** Questions in use of a document, and how many of them neither it nor the learner answers. */
export type Held = { questions: number; unanswered: number };

/** What each document holds, in one look at all questions: document id → counts, where there are any. */
export async function heldByDocuments(
  read: Queries,
  learnerId: string,
): Promise<Map<string, Held>> {
  const rows = await read.$queryRaw<
    { documentId: string; questions: bigint; unanswered: bigint }[]
  >`
    SELECT q."documentId", COUNT(*) AS "questions",
      COUNT(CASE WHEN q."answerHash" IS NULL AND NOT EXISTS (
        SELECT 1 FROM "Note" n
        WHERE n."questionId" = q."id" AND n."learnerId" = ${learnerId} AND n."kind" = 'answer'
      ) THEN 1 END) AS "unanswered"
    FROM "Question" q WHERE q."retiredAt" IS NULL GROUP BY q."documentId"`;
  return new Map(
    rows.map(({ documentId, questions, unanswered }) => [
      documentId,
      { questions: Number(questions), unanswered: Number(unanswered) },
    ]),
  );
}
