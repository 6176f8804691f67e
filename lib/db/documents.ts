import type { Problem } from "@/lib/domain/problem";
import type { Database, Queries } from "./client";
import type { Prisma } from "./generated/client";
import type { PictureRow } from "./media";

/** Rows of one insert: more would hold up the reviews that wait beside it. */
const CHUNK = 500;

export type StoredDocument = {
  id: string;
  path: string;
  sha256: string;
  extractorVersion: string;
  retiredAt: Date | null;
  retiredBy: string | null;
  /** JSON. */
  problems: string;
};

/** All documents of an origin, without their questions. */
export async function storedDocuments(read: Queries, origin: string): Promise<StoredDocument[]> {
  return read.document.findMany({
    where: { origin },
    select: {
      id: true,
      path: true,
      sha256: true,
      extractorVersion: true,
      retiredAt: true,
      retiredBy: true,
      problems: true,
    },
    orderBy: { id: "asc" },
  });
}

/** All documents by path, with their questions in use counted. */
export async function documentsWithProblems(read: Queries) {
  const [documents, counts] = await Promise.all([
    read.document.findMany({ orderBy: { path: "asc" } }),
    questionCounts(read),
  ]);
  return documents.map((document) => {
    const problems: Problem[] = JSON.parse(document.problems);
    return { ...document, problems, questions: counts.get(document.id) ?? 0 };
  });
}

/** Questions in use of each document: document id → count. */
export async function questionCounts(read: Queries): Promise<Map<string, number>> {
  const counts = await read.question.groupBy({
    by: ["documentId"],
    where: { retiredAt: null },
    _count: { _all: true },
  });
  return new Map(counts.map(({ documentId, _count }) => [documentId, _count._all]));
}

/** A document's questions as an ingest compares them, retired ones included. */
export async function questionsOfDocument(read: Queries, documentId: string) {
  return read.question.findMany({
    where: { documentId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: {
      versions: { where: { replacedAt: null } },
      keyPoints: { where: { learnerId: null }, orderBy: { position: "asc" } },
      tags: { include: { tag: true } },
    },
  });
}
export type StoredQuestion = Awaited<ReturnType<typeof questionsOfDocument>>[number];

/** What one document's transaction writes. Nothing in it is computed inside. */
export type DocumentPlan = {
  document: Prisma.DocumentUncheckedCreateInput;
  /** The file itself, where it is kept: of what came through the page. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** Of pictures that are stored already. */
  pictures: PictureRow[];
  topics: Prisma.TopicUncheckedCreateInput[];
  questions: Prisma.QuestionCreateManyInput[];
  changedQuestions: { id: string; data: Prisma.QuestionUncheckedUpdateInput }[];
  versions: Prisma.QuestionVersionCreateManyInput[];
  /** Questions whose current version gives way to one of `versions`. */
  replacedVersionsOf: string[];
  keyPoints: Prisma.KeyPointCreateManyInput[];
  changedKeyPoints: { id: string; data: Prisma.KeyPointUncheckedUpdateInput }[];
  retiredKeyPoints: string[];
  retiredQuestions: string[];
  tags: { questionId: string; names: string[] }[];
  at: Date;
};

/** Writes a document and its questions: wholly, or nothing of it. */
export async function writeDocument(
  database: Database,
  plan: DocumentPlan,
  newId: () => string,
): Promise<void> {
  await database.write(async (tx) => {
    const { document, at } = plan;
    await tx.document.upsert({ where: { id: document.id }, create: document, update: document });
    await writeFiles(tx, plan);
    for (const topic of plan.topics) await tx.topic.create({ data: topic });
    await inChunks(plan.questions, (data) => tx.question.createMany({ data }));
    for (const { id, data } of plan.changedQuestions) {
      await tx.question.update({ where: { id }, data });
      await breathe();
    }
    await inChunks(plan.replacedVersionsOf, (ids) =>
      tx.questionVersion.updateMany({
        where: { questionId: { in: ids }, replacedAt: null },
        data: { replacedAt: at },
      }),
    );
    await inChunks(plan.versions, (data) => tx.questionVersion.createMany({ data }));
    await inChunks(plan.keyPoints, (data) => tx.keyPoint.createMany({ data }));
    for (const { id, data } of plan.changedKeyPoints) {
      await tx.keyPoint.update({ where: { id }, data });
      await breathe();
    }
    await inChunks(plan.retiredKeyPoints, (ids) =>
      tx.keyPoint.updateMany({ where: { id: { in: ids } }, data: { retiredAt: at } }),
    );
    await inChunks(plan.retiredQuestions, (ids) =>
      tx.question.updateMany({
        where: { id: { in: ids } },
        data: { retiredAt: at, retiredBy: "source" },
      }),
    );
    await writeTags(tx, plan.tags, newId);
  });
}

/** Marks a document that is gone, and its questions. Their history stays. */
export async function retireDocument(database: Database, id: string, at: Date): Promise<void> {
  await database.write(async (tx) => {
    const retired = { retiredAt: at, retiredBy: "source" };
    await tx.document.update({ where: { id }, data: retired });
    await tx.question.updateMany({ where: { documentId: id, retiredAt: null }, data: retired });
  });
}

export async function startRun(database: Database, id: string, at: Date): Promise<void> {
  await database.write((tx) => tx.ingestRun.create({ data: { id, startedAt: at } }));
}

export async function finishRun(
  database: Database,
  id: string,
  at: Date,
  report: object,
): Promise<void> {
  const data = { finishedAt: at, report: JSON.stringify(report) };
  await database.write((tx) => tx.ingestRun.update({ where: { id }, data }));
}

/** The document's own bytes, and what it means by its pictures' paths. */
async function writeFiles(tx: Queries, { document, bytes, pictures }: DocumentPlan): Promise<void> {
  const documentId = document.id;
  if (bytes)
    await tx.documentBytes.upsert({
      where: { documentId },
      create: { documentId, bytes },
      update: { bytes },
    });
  await tx.documentPicture.deleteMany({ where: { documentId } });
  await inChunks(pictures, (rows) =>
    tx.documentPicture.createMany({ data: rows.map((row) => ({ documentId, ...row })) }),
  );
}

async function writeTags(
  tx: Queries,
  wanted: DocumentPlan["tags"],
  newId: () => string,
): Promise<void> {
  for (const { questionId, names } of wanted) {
    await tx.questionTag.deleteMany({ where: { questionId } });
    for (const name of names) {
      const tag = await tx.tag.upsert({
        where: { name },
        update: {},
        create: { id: newId(), name },
      });
      await tx.questionTag.create({ data: { questionId, tagId: tag.id } });
    }
    await breathe();
  }
}

async function inChunks<T>(items: T[], write: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < items.length; i += CHUNK) {
    await write(items.slice(i, i + CHUNK));
    await breathe();
  }
}

/** The driver is synchronous: without a pause, nothing else would run until the transaction ends. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
