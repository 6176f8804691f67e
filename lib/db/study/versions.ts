import type { Queries } from "@/lib/db/queries";
import { Prisma } from "@/lib/db/generated/client";

/**
 * A question's texts as they are now, and as the learner read them at their last review, of it or of
 * what was merged into it.
 */
export type ReadVersion = {
  questionId: string;
  prompt: string;
  answer: string | null;
  promptRead: string;
  answerRead: string | null;
};

/** Of the questions given, those whose text changed since the learner's last review, not undone. */
export async function versionsReadBefore(
  read: Queries,
  learnerId: string,
  questionIds: readonly string[],
): Promise<ReadVersion[]> {
  if (questionIds.length === 0) return [];
  return read.$queryRaw<ReadVersion[]>`
    SELECT now."questionId", said."prompt", said."answer",
      "read"."prompt" AS "promptRead", "read"."answer" AS "answerRead"
    FROM "QuestionVersion" now
    JOIN "QuestionVersion" old ON old."id" = (
      SELECT r."versionId" FROM "Review" r
      WHERE r."learnerId" = ${learnerId} AND r."undoneAt" IS NULL
        AND r."questionId" IN (
          SELECT q."id" FROM "Question" q
          WHERE q."id" = now."questionId" OR q."mergedIntoId" = now."questionId")
      ORDER BY r."countedAt" DESC, r."id" DESC LIMIT 1)
    JOIN "QuestionText" said ON said."hash" = now."hash"
    JOIN "QuestionText" "read" ON "read"."hash" = old."hash"
    WHERE now."questionId" IN (${Prisma.join([...questionIds])}) AND now."replacedAt" IS NULL
      AND old."hash" <> now."hash"`;
}
