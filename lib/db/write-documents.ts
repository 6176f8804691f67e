import type { Queries } from "./client";
import { Prisma } from "./generated/client";
import { inChunks } from "./in-chunks";
import type { PictureRow } from "./media";

/** What one transaction of an ingest writes. Nothing in it is computed inside. */
export type DocumentsPlan = {
  at: Date;
  documents: DocumentFiles[];
  /** Documents that are gone, by id. */
  retiredDocuments: string[];
  topics: Prisma.TopicUncheckedCreateInput[];
  /** New ones, and known ones of which something changed. */
  questions: QuestionRow[];
  restoredQuestions: string[];
  retiredQuestions: string[];
  versions: VersionRow[];
  /** Questions whose current version gives way to one of `versions`. */
  replacedVersionsOf: string[];
  /** New ones, and known ones of which something changed; they are in use. */
  keyPoints: KeyPointRow[];
  retiredKeyPoints: string[];
  /** All tags of the questions whose tags changed. */
  tags: { questionId: string; names: string[] }[];
};

/** A document with what lies beside its row. */
export type DocumentFiles = {
  row: Prisma.DocumentUncheckedCreateInput;
  /** The file itself, where it is kept: of what came through the page. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** Of pictures that are stored already; null where they stay as they are. */
  pictures: PictureRow[] | null;
};

/** What a document says of a question; whether it is in use is not its to say. */
export type QuestionRow = {
  id: string;
  documentId: string;
  topicId: string;
  position: number;
  number: number | null;
  line: number;
  explicitId: string | null;
  promptKey: string;
  answerHash: string | null;
  kind: string;
  difficulty: string | null;
};

/** What a question says from now on. */
export type VersionRow = {
  id: string;
  questionId: string;
  prompt: string;
  answer: string | null;
  hash: string;
  since: Date;
};

export type KeyPointRow = {
  id: string;
  questionId: string;
  position: number;
  text: string;
  section: string | null;
  answerStart: number | null;
  answerEnd: number | null;
  extractorVersion: string;
};

/** Writes documents and their questions, inside the caller's transaction. */
export async function writeDocuments(
  tx: Queries,
  plan: DocumentsPlan,
  newId: () => string,
): Promise<void> {
  const { at } = plan;
  const retired = { retiredAt: at, retiredBy: "source" };
  for (const document of plan.documents) await writeDocument(tx, document);
  await inChunks(plan.retiredDocuments, (ids) =>
    tx.document.updateMany({ where: { id: { in: ids } }, data: retired }),
  );
  await inChunks(plan.topics, (data) => tx.topic.createMany({ data }));
  await inChunks(plan.questions, (rows) => putQuestions(tx, rows));
  await inChunks(plan.restoredQuestions, (ids) =>
    tx.question.updateMany({
      where: { id: { in: ids }, retiredBy: "source" },
      data: { retiredAt: null, retiredBy: null },
    }),
  );
  await inChunks(plan.retiredQuestions, (ids) =>
    tx.question.updateMany({ where: { id: { in: ids }, retiredAt: null }, data: retired }),
  );
  await inChunks(plan.replacedVersionsOf, (ids) =>
    tx.questionVersion.updateMany({
      where: { questionId: { in: ids }, replacedAt: null },
      data: { replacedAt: at },
    }),
  );
  await inChunks(plan.versions, (rows) => addVersions(tx, rows));
  await inChunks(plan.keyPoints, (rows) => putKeyPoints(tx, rows));
  await inChunks(plan.retiredKeyPoints, (ids) =>
    tx.keyPoint.updateMany({ where: { id: { in: ids } }, data: { retiredAt: at } }),
  );
  await writeTags(tx, plan.tags, newId);
}

async function writeDocument(tx: Queries, { row, bytes, pictures }: DocumentFiles): Promise<void> {
  const { id: documentId } = row;
  await tx.document.upsert({ where: { id: documentId }, create: row, update: row });
  if (bytes)
    await tx.documentBytes.upsert({
      where: { documentId },
      create: { documentId, bytes },
      update: { bytes },
    });
  if (!pictures) return;
  await tx.documentPicture.deleteMany({ where: { documentId } });
  await inChunks(pictures, (rows) =>
    tx.documentPicture.createMany({ data: rows.map((picture) => ({ documentId, ...picture })) }),
  );
}

// Many rows change at once where one question is put in above them: one by one, they would keep
// the reviews beside them waiting.
async function putQuestions(tx: Queries, rows: QuestionRow[]): Promise<void> {
  const values = rows.map(
    (q) => Prisma.sql`(${q.id}, ${q.documentId}, ${q.topicId}, ${q.position}, ${q.number},
      ${q.line}, ${q.explicitId}, ${q.promptKey}, ${q.answerHash}, ${q.kind}, ${q.difficulty})`,
  );
  await tx.$executeRaw`
    INSERT INTO "Question" ("id", "documentId", "topicId", "position", "number", "line",
      "explicitId", "promptKey", "answerHash", "kind", "difficulty")
    VALUES ${Prisma.join(values)}
    ON CONFLICT ("id") DO UPDATE SET
      "documentId" = excluded."documentId", "topicId" = excluded."topicId",
      "position" = excluded."position", "number" = excluded."number", "line" = excluded."line",
      "explicitId" = excluded."explicitId", "promptKey" = excluded."promptKey",
      "answerHash" = excluded."answerHash", "kind" = excluded."kind",
      "difficulty" = excluded."difficulty"`;
}

async function addVersions(tx: Queries, rows: VersionRow[]): Promise<void> {
  const values = rows.map(
    (v) => Prisma.sql`(${v.id}, ${v.questionId}, ${v.prompt}, ${v.answer}, ${v.hash}, ${v.since})`,
  );
  await tx.$executeRaw`
    INSERT INTO "QuestionVersion" ("id", "questionId", "prompt", "answer", "hash", "since")
    VALUES ${Prisma.join(values)}`;
}

async function putKeyPoints(tx: Queries, rows: KeyPointRow[]): Promise<void> {
  const values = rows.map(
    (p) => Prisma.sql`(${p.id}, ${p.questionId}, ${p.position}, ${p.text}, ${p.section},
      ${p.answerStart}, ${p.answerEnd}, ${false}, ${p.extractorVersion})`,
  );
  await tx.$executeRaw`
    INSERT INTO "KeyPoint" ("id", "questionId", "position", "text", "section",
      "answerStart", "answerEnd", "core", "extractorVersion")
    VALUES ${Prisma.join(values)}
    ON CONFLICT ("id") DO UPDATE SET
      "position" = excluded."position", "text" = excluded."text", "section" = excluded."section",
      "answerStart" = excluded."answerStart", "answerEnd" = excluded."answerEnd",
      "extractorVersion" = excluded."extractorVersion", "retiredAt" = NULL`;
}

async function writeTags(
  tx: Queries,
  wanted: DocumentsPlan["tags"],
  newId: () => string,
): Promise<void> {
  if (wanted.length === 0) return;
  const names = [...new Set(wanted.flatMap((one) => one.names))];
  await inChunks(names, async (some) => {
    const known = await tx.tag.findMany({ where: { name: { in: some } } });
    const missing = some.filter((name) => !known.some((tag) => tag.name === name));
    await tx.tag.createMany({ data: missing.map((name) => ({ id: newId(), name })) });
  });
  const tags = await tx.tag.findMany({ where: { name: { in: names } } });
  const ids = new Map(tags.map(({ id, name }) => [name, id]));
  await inChunks(wanted, (some) =>
    tx.questionTag.deleteMany({
      where: { questionId: { in: some.map(({ questionId }) => questionId) } },
    }),
  );
  const rows = wanted.flatMap(({ questionId, names: own }) =>
    own.flatMap((name) => {
      const tagId = ids.get(name);
      return tagId === undefined ? [] : [{ questionId, tagId }];
    }),
  );
  await inChunks(rows, (data) => tx.questionTag.createMany({ data }));
}
