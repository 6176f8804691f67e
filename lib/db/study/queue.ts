import type { Waits } from "@/lib/domain/queue";
import type { Queries } from "@/lib/db/client";
import { storedMemories } from "@/lib/db/memories";
import { NEVER_SEEN, type StoredMemory } from "@/lib/db/stored-memory";
import { withinTopic } from "@/lib/db/topics";

/** A question that waits to be studied. */
export type Waiting = {
  id: string;
  number: number | null;
  topic: string;
  prompt: string;
  stored: StoredMemory;
};

/** Whose queue, at what time, and which part of the topics (null: all). */
export type QueueScope = {
  learnerId: string;
  topic: string | null;
  now: Date;
  /** The end of the study day: a review due later today is due now. */
  endOfDay: Date;
};

/** Learning and relearning steps whose time has come, oldest first. */
export async function dueLearning(read: Queries, scope: QueueScope, limit: number) {
  return waitingMemories(read, scope, { phase: { in: LEARNING }, due: { lte: scope.now } }, limit);
}

/** Reviews due by the end of the study day, oldest first. */
export async function dueReviews(read: Queries, scope: QueueScope, limit: number) {
  return waitingMemories(read, scope, { phase: "review", due: { lt: scope.endOfDay } }, limit);
}

/**
 * Seen questions of the scope, due or not, those that would be recalled worst first; of those graded
 * on the study day already only the steps that are due. Recall falls as days / stability grows, so
 * that is the order.
 */
export async function weakestQuestions(
  read: Queries,
  scope: QueueScope,
  { studyDay, limit }: { studyDay: number; limit: number },
): Promise<Waiting[]> {
  const ids = await weakestIds(read, scope, { studyDay, limit });
  const rows = await read.question.findMany({
    where: { id: { in: ids } },
    select: QUESTION_COLUMNS,
  });
  const waiting = await toWaiting(read, scope.learnerId, rows);
  const found = new Map(waiting.map((question) => [question.id, question]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The ids of the same. */
export async function weakestIds(
  read: Queries,
  { learnerId, topic, now }: QueueScope,
  { studyDay, limit }: { studyDay: number; limit: number },
): Promise<string[]> {
  const [path, below, beyond] =
    topic === null ? ["", "", LAST_CHARACTER] : [topic, `${topic}/`, `${topic}0`];
  // CROSS JOIN keeps SQLite to the order written: from the topic to its questions, not through all memories.
  const rows = await read.$queryRaw<{ id: string }[]>`
    SELECT q."id"
    FROM "Topic" t
    CROSS JOIN "Question" q ON q."topicId" = t."id"
    CROSS JOIN "Memory" m ON m."questionId" = q."id" AND m."learnerId" = ${learnerId}
    WHERE (t."path" = ${path} OR (t."path" >= ${below} AND t."path" < ${beyond}))
      AND q."retiredAt" IS NULL AND m."phase" <> 'new'
      AND (m."lastStudyDay" < ${studyDay} OR (m."phase" <> 'review' AND m."due" <= ${now}))
      AND m."suspended" = ${false} AND (m."buriedUntil" IS NULL OR m."buriedUntil" <= ${now})
    ORDER BY (${studyDay} - m."lastStudyDay") / m."stability" DESC, q."id"
    LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

const LAST_CHARACTER = "\u{10ffff}";

/** Questions never seen, in the order of the documents. */
export async function newQuestions(
  read: Queries,
  scope: QueueScope,
  limit: number,
): Promise<Waiting[]> {
  const rows = await read.question.findMany({
    where: newWithin(scope),
    orderBy: [{ documentId: "asc" }, { position: "asc" }],
    take: limit,
    select: QUESTION_COLUMNS,
  });
  return toWaiting(read, scope.learnerId, rows);
}

/** How many wait in each state, before the day's limits. Learning counts all that come back today. */
export async function waitingCounts(
  read: Queries,
  scope: QueueScope,
): Promise<{ new: number; learning: number; review: number }> {
  const due = { lt: scope.endOfDay };
  const [unseen, learning, review] = await Promise.all([
    read.question.count({ where: newWithin(scope) }),
    read.memory.count({ where: { ...activeWithin(scope), phase: { in: LEARNING }, due } }),
    read.memory.count({ where: { ...activeWithin(scope), phase: "review", due } }),
  ]);
  return { new: unseen, learning, review };
}

/**
 * Of the steps and of the reviews of a scope the first to be due, and all that are put off: one of
 * these comes up next.
 */
export async function nextWaiting(read: Queries, scope: QueueScope): Promise<Waits[]> {
  const { learnerId, topic, now } = scope;
  const first = async (phase: string | { in: string[] }) =>
    read.memory.findFirst({
      where: { ...activeWithin(scope), phase },
      orderBy: { due: "asc" },
      select: WAITS,
    });
  const rows = [
    await first({ in: LEARNING }),
    await first("review"),
    ...(await read.memory.findMany({
      where: {
        learnerId,
        suspended: false,
        phase: { not: "new" },
        buriedUntil: { gt: now },
        question: { retiredAt: null, ...withinTopic(topic) },
      },
      select: WAITS,
    })),
  ];
  return rows.flatMap((row) => (row ? [toWaits(row)] : []));
}

const WAITS = { phase: true, due: true, suspended: true, buriedUntil: true } as const;

function toWaits({ phase, due: dueAt, ...row }: WaitsRow): Waits {
  return { ...row, dueAt, state: phase === "review" ? "review" : "learning" };
}

type WaitsRow = Omit<Waits, "state" | "dueAt"> & { phase: string; due: Date | null };

const LEARNING = ["learning", "relearning"];

function activeWithin({ learnerId, topic, now }: QueueScope) {
  return {
    learnerId,
    suspended: false,
    OR: [{ buriedUntil: null }, { buriedUntil: { lte: now } }],
    question: { retiredAt: null, ...withinTopic(topic) },
  };
}

function newWithin({ learnerId, topic, now }: QueueScope) {
  const seenOrPaused = [
    { phase: { not: "new" } },
    { suspended: true },
    { buriedUntil: { gt: now } },
  ];
  return {
    retiredAt: null,
    ...withinTopic(topic),
    memories: { none: { learnerId, OR: seenOrPaused } },
  };
}

async function waitingMemories(
  read: Queries,
  scope: QueueScope,
  due: { phase: string | { in: string[] }; due: { lte: Date } | { lt: Date } },
  limit: number,
): Promise<Waiting[]> {
  const rows = await read.memory.findMany({
    where: { ...activeWithin(scope), ...due },
    orderBy: [{ due: "asc" }, { questionId: "asc" }],
    take: limit,
    select: { question: { select: QUESTION_COLUMNS } },
  });
  return toWaiting(
    read,
    scope.learnerId,
    rows.map(({ question }) => question),
  );
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
