import { readInChunks } from "@/lib/db/in-chunks";
import { Prisma } from "@/lib/db/generated/client";
import type { Queries } from "@/lib/db/queries";

/** What key points say, by id, in the learner's own words where they have some. */
export async function pointTexts(
  read: Queries,
  learnerId: string,
  keyPointIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await readInChunks(
    keyPointIds,
    (some) => read.$queryRaw<{ id: string; text: string }[]>`
      SELECT k."id", COALESCE(c."text", k."text") AS "text"
      FROM "KeyPoint" k
      LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = ${learnerId}
      WHERE k."id" IN (${Prisma.join(some)})`,
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}
