import type { Queries } from "@/lib/db/queries";
import { Prisma } from "@/lib/db/generated/client";
import { storedMemories } from "@/lib/db/memories";
import { NEVER_SEEN, type StoredMemory } from "@/lib/db/stored-memory";

/** A question that waits to be studied. */
export type Waiting = {
  id: string;
  number: number | null;
  topic: string;
  prompt: string;
  stored: StoredMemory;
};

/** The questions with these ids as they wait, in their order. */
export async function queuedQuestions(
  read: Queries,
  learnerId: string,
  ids: readonly string[],
): Promise<Waiting[]> {
  if (ids.length === 0) return [];
  // What waits is asked for all the time; Prisma takes several times as long.
  const rows = await read.$queryRaw<QuestionRow[]>`
    SELECT q."id", q."number", topic."path" AS "topic", said."prompt"
    FROM "Question" q
    JOIN "Topic" topic ON topic."id" = q."topicId"
    LEFT JOIN "QuestionVersion" v ON v."questionId" = q."id" AND v."replacedAt" IS NULL
    LEFT JOIN "QuestionText" said ON said."hash" = v."hash"
    WHERE q."id" IN (${Prisma.join([...ids])})`;
  const stored = await storedMemories(read, learnerId, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { prompt } = row;
    if (prompt === null) throw new Error(`Question ${id} has no current version`);
    return { ...row, prompt, stored: stored.get(id) ?? NEVER_SEEN };
  });
}

type QuestionRow = Omit<Waiting, "prompt" | "stored"> & { prompt: string | null };
