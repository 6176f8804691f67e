import { breathe } from "@/lib/breathe";
import type { OwnText } from "@/lib/domain/own-words";
import type { ListedQuestion, Question } from "@/lib/domain/question";
import type { Queries } from "@/lib/db/queries";
import { Prisma } from "@/lib/db/generated/client";
import { keyPoints } from "./key-points";
import { toOwnWords } from "./notes";
import { storedMemories } from "@/lib/db/memories";
import { NEVER_SEEN, type StoredMemory } from "@/lib/db/stored-memory";
import { titlesByPath, withinTopic } from "@/lib/db/topics";

export type QuestionWithMemory = { question: Question; stored: StoredMemory };

/** Where a page of questions begins: after this one, in the order of topic, position and id. */
export type QuestionCursor = { topicId: string; position: number; id: string };

type QuestionsPage = {
  topic: string | null;
  after: QuestionCursor | null;
  limit: number;
};

/** Questions in use, by topic, position and id. */
export async function listQuestions(
  read: Queries,
  learnerId: string,
  page: QuestionsPage,
): Promise<{ items: QuestionWithMemory[]; next: QuestionCursor | null }> {
  const rows = await read.question.findMany({
    where: {
      retiredAt: null,
      ...withinTopic(page.topic),
      ...afterCursor(page.after),
    },
    orderBy: [{ topicId: "asc" }, { position: "asc" }, { id: "asc" }],
    take: page.limit + 1,
    select: questionColumns(learnerId),
  });
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: await toQuestions(read, learnerId, shown),
    next: last ? { topicId: last.topicId, position: last.position, id: last.id } : null,
  };
}

/** The questions with these ids, in their order. */
export async function listedQuestions(
  read: Queries,
  ids: readonly string[],
): Promise<ListedQuestion[]> {
  if (ids.length === 0) return [];
  // A page lists two hundred: Prisma takes several times as long.
  const rows = await read.$queryRaw<ListedRow[]>`
    SELECT q."id", q."number", topic."path", said."prompt"
    FROM "Question" q
    JOIN "Topic" topic ON topic."id" = q."topicId"
    JOIN "QuestionVersion" v ON v."questionId" = q."id" AND v."replacedAt" IS NULL
    JOIN "QuestionText" said ON said."hash" = v."hash"
    WHERE q."id" IN (${Prisma.join([...ids])})`;
  const titles = await titlesByPath(
    read,
    rows.map(({ path }) => path),
  );
  const found = new Map(
    rows.map(({ id, number, prompt, path }) => [
      id,
      { id, number, prompt, topicPath: titles.get(path) ?? [] },
    ]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

type ListedRow = { id: string; number: number | null; prompt: string; path: string };

/** One question, retired or not. Null when there is none. */
export async function findQuestion(
  read: Queries,
  learnerId: string,
  id: string,
): Promise<QuestionWithMemory | null> {
  const row = await read.question.findUnique({ where: { id }, select: questionColumns(learnerId) });
  const [found] = row ? await toQuestions(read, learnerId, [row]) : [];
  return found ?? null;
}

/** The questions with these ids, in their order; those that there are not are left out. */
export async function findQuestions(
  read: Queries,
  learnerId: string,
  ids: readonly string[],
): Promise<QuestionWithMemory[]> {
  const rows = await read.question.findMany({
    where: { id: { in: [...ids] } },
    select: questionColumns(learnerId),
  });
  await breathe();
  const questions = await toQuestions(read, learnerId, rows);
  const found = new Map(questions.map((question) => [question.question.id, question]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

function afterCursor(after: QuestionCursor | null) {
  if (!after) return {};
  const { topicId, position, id } = after;
  return {
    AND: {
      OR: [
        { topicId: { gt: topicId } },
        { topicId, position: { gt: position } },
        { topicId, position, id: { gt: id } },
      ],
    },
  };
}

function questionColumns(learnerId: string) {
  return {
    id: true,
    topicId: true,
    position: true,
    number: true,
    difficulty: true,
    line: true,
    retiredAt: true,
    mergedIntoId: true,
    topic: { select: { path: true } },
    document: { select: { id: true, path: true } },
    versions: {
      where: { replacedAt: null },
      select: { id: true, text: { select: { prompt: true, answer: true } } },
    },
    notes: { where: { learnerId }, select: { kind: true, markdown: true, updatedAt: true } },
    tags: { select: { tag: { select: { name: true } } } },
  } as const;
}

type QuestionRow = Pick<Question, "id" | "number" | "difficulty" | "line" | "retiredAt"> &
  Pick<Question, "document" | "mergedIntoId"> & {
    notes: ({ kind: string } & OwnText)[];
    topic: { path: string };
    versions: { id: string; text: { prompt: string; answer: string | null } }[];
    tags: { tag: { name: string } }[];
  };

async function toQuestions(
  read: Queries,
  learnerId: string,
  rows: QuestionRow[],
): Promise<QuestionWithMemory[]> {
  const ids = rows.map(({ id }) => id);
  const stored = await storedMemories(read, learnerId, ids);
  const points = await keyPoints(read, learnerId, ids);
  const titles = await titlesByPath(
    read,
    rows.map(({ topic }) => topic.path),
  );
  return rows.map((row) => {
    const { id, number, difficulty, line, retiredAt, mergedIntoId, document } = row;
    const [version] = row.versions;
    if (!version) throw new Error(`Question ${id} has no current version`);
    const question = {
      id,
      number,
      topicPath: titles.get(row.topic.path) ?? [],
      topic: row.topic.path,
      versionId: version.id,
      ...version.text,
      own: toOwnWords(row.notes),
      keyPoints: points.get(id) ?? [],
      tags: row.tags.map(({ tag }) => tag.name).toSorted(),
      difficulty,
      document,
      line,
      retiredAt,
      mergedIntoId,
    };
    return { question, stored: stored.get(id) ?? NEVER_SEEN };
  });
}
