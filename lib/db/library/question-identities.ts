import type { Queries } from "@/lib/db/queries";
import type { Question } from "@/lib/db/generated/client";
import { readInChunks } from "@/lib/db/in-chunks";

/** What questions are recognised by, wherever they stand. */
type QuestionKeys = Pick<Question, "explicitId" | "promptKey" | "answerHash">;

const COLUMNS = {
  id: true,
  documentId: true,
  topicId: true,
  position: true,
  number: true,
  line: true,
  explicitId: true,
  promptKey: true,
  answerHash: true,
  kind: true,
  difficulty: true,
  retiredAt: true,
  retiredBy: true,
  mergedIntoId: true,
  versions: { where: { replacedAt: null }, select: { hash: true } },
} as const;

/** All questions of documents as an ingest compares them, put away or not, without their text. */
export async function knownQuestions(read: Queries, documentIds: readonly string[]) {
  return readInChunks(documentIds, (ids) =>
    read.question.findMany({
      where: { documentId: { in: ids } },
      orderBy: [{ documentId: "asc" }, { position: "asc" }, { id: "asc" }],
      select: COLUMNS,
    }),
  );
}
export type KnownQuestion = Awaited<ReturnType<typeof knownQuestions>>[number];

/** Those of the questions that their source put away. */
export async function questionsPutAway(read: Queries, ids: readonly string[]) {
  return readInChunks(ids, (some) =>
    read.question.findMany({
      where: { id: { in: some }, retiredBy: "source" },
      select: COLUMNS,
    }),
  );
}

/** Questions that their source put away and that share a key with one of these. */
export async function questionsPutAwayLike(
  read: Queries,
  keys: readonly QuestionKeys[],
): Promise<KnownQuestion[]> {
  if (!(await isAnyPutAway(read))) return [];
  return readInChunks(
    keys,
    (some) =>
      read.question.findMany({
        where: { retiredBy: "source", OR: alike(some) },
        orderBy: { id: "asc" },
        select: COLUMNS,
      }),
    KEYS,
  );
}

/** Said in full, as it is in the index: of a parameter SQLite can't tell that it is the same. */
async function isAnyPutAway(read: Queries): Promise<boolean> {
  const some = await read.$queryRaw<unknown[]>`
    SELECT 1 FROM "Question" WHERE "retiredBy" = 'source' LIMIT 1`;
  return some.length > 0;
}

/** Questions in use that share a key with one of these, with what tells whether they are the same. */
export async function questionsInUseLike(read: Queries, keys: readonly QuestionKeys[]) {
  return readInChunks(
    keys,
    (some) =>
      read.question.findMany({
        where: { retiredAt: null, OR: alike(some) },
        orderBy: { id: "asc" },
        select: {
          id: true,
          documentId: true,
          explicitId: true,
          promptKey: true,
          answerHash: true,
        },
      }),
    KEYS,
  );
}

/** Parameters that a question's keys take. */
const KEYS = 3;

function alike(keys: readonly QuestionKeys[]) {
  const explicitIds = keys.flatMap(({ explicitId }) => explicitId ?? []);
  const answerHashes = keys.flatMap((key) => key.answerHash ?? []);
  return [
    { promptKey: { in: keys.map(({ promptKey }) => promptKey) } },
    // An empty list would keep SQLite from using the indexes of the others.
    ...(answerHashes.length > 0 ? [{ answerHash: { in: answerHashes } }] : []),
    ...(explicitIds.length > 0 ? [{ explicitId: { in: explicitIds } }] : []),
  ];
}

/** The current text of questions, by id. */
export async function questionTexts(
  read: Queries,
  ids: readonly string[],
): Promise<Map<string, { prompt: string; answer: string | null }>> {
  const rows = await readInChunks(ids, (some) =>
    read.questionVersion.findMany({
      where: { questionId: { in: some }, replacedAt: null },
      select: { questionId: true, text: { select: { prompt: true, answer: true } } },
    }),
  );
  return new Map(rows.map(({ questionId, text }) => [questionId, text]));
}

/** The prompts of questions as they are now, without their answers: id → prompt. */
export async function promptsOf(
  read: Queries,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await readInChunks(ids, (some) =>
    read.questionVersion.findMany({
      where: { questionId: { in: some }, replacedAt: null },
      select: { questionId: true, text: { select: { prompt: true } } },
    }),
  );
  return new Map(rows.map(({ questionId, text }) => [questionId, text.prompt]));
}

/** The documents' own key points of questions, put away or not, in order. */
export async function documentKeyPoints(read: Queries, ids: readonly string[]) {
  return readInChunks(ids, (some) =>
    read.keyPoint.findMany({
      where: { questionId: { in: some }, learnerId: null },
      orderBy: [{ questionId: "asc" }, { position: "asc" }],
    }),
  );
}
export type StoredKeyPoint = Awaited<ReturnType<typeof documentKeyPoints>>[number];

/** The tags of questions that have some. */
export async function questionTags(
  read: Queries,
  ids: readonly string[],
): Promise<{ questionId: string; name: string }[]> {
  const rows = await readInChunks(ids, (some) =>
    read.questionTag.findMany({
      where: { questionId: { in: some } },
      select: { questionId: true, tag: { select: { name: true } } },
    }),
  );
  return rows.map(({ questionId, tag }) => ({ questionId, name: tag.name }));
}

/** The ids of documents with copies that were merged into questions of these documents. */
export async function documentsOfCopies(
  read: Queries,
  documentIds: readonly string[],
): Promise<string[]> {
  const rows = await readInChunks(documentIds, (some) =>
    read.question.findMany({
      where: { mergedInto: { documentId: { in: some } } },
      select: { documentId: true },
    }),
  );
  return rows.map(({ documentId }) => documentId);
}
