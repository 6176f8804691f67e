import type { Queries } from "@/lib/db/queries";
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
  const rows = await read.question.findMany({
    where: { id: { in: [...ids] } },
    select: QUESTION_COLUMNS,
  });
  const waiting = await toWaiting(read, learnerId, rows);
  const found = new Map(waiting.map((question) => [question.id, question]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const QUESTION_COLUMNS = {
  id: true,
  number: true,
  topic: { select: { path: true } },
  versions: { where: { replacedAt: null }, select: { text: { select: { prompt: true } } } },
} as const;

type QuestionRow = {
  id: string;
  number: number | null;
  topic: { path: string };
  versions: { text: { prompt: string } }[];
};

async function toWaiting(
  read: Queries,
  learnerId: string,
  rows: readonly QuestionRow[],
): Promise<Waiting[]> {
  const stored = await storedMemories(
    read,
    learnerId,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, number, topic, versions: [version] }) => {
    if (!version) throw new Error(`Question ${id} has no current version`);
    const { prompt } = version.text;
    return { id, number, topic: topic.path, prompt, stored: stored.get(id) ?? NEVER_SEEN };
  });
}
