import type { Queries } from "@/lib/db/queries";
import type { Prisma } from "@/lib/db/generated/client";
import { inChunks } from "@/lib/db/in-chunks";
import type { PictureRow } from "@/lib/db/media";
import { notePointsOf } from "@/lib/db/note-points";
import { put, type Table } from "./put-rows";
import {
  putKeyPoints,
  putQuestions,
  putVersions,
  type QuestionRows,
  stageRows,
  takeStaged,
} from "./write-questions";

/** What one transaction of an ingest writes. Nothing in it is computed inside. */
export type DocumentsPlan = QuestionRows & {
  at: Date;
  documents: DocumentFiles[];
  /** Documents that are gone, by id. */
  retiredDocuments: string[];
  topics: Prisma.TopicUncheckedCreateInput[];
  /** What is not in use before another transaction takes it over. */
  staged: QuestionRows;
  takesStaged: boolean;
  restoredQuestions: string[];
  retiredQuestions: string[];
  retiredKeyPoints: string[];
  /** Put away once, and in use again. */
  restoredKeyPoints: string[];
  /** All tags of the questions whose tags changed. */
  tags: { questionId: string; names: string[] }[];
};

/** A document, without what lies beside it. */
export type DocumentRow = {
  id: string;
  origin: string;
  path: string;
  title: string;
  dialect: string | null;
  sha256: string;
  extractorVersion: string;
  encodingRepairs: number;
  problems: string;
  takenInAt: Date;
  retiredAt: Date | null;
  retiredBy: string | null;
  dialectReason: string | null;
  fileStamp: string | null;
};

const DOCUMENTS: Table<DocumentRow> = {
  name: "Document",
  stay: ["id"],
  change: [
    "origin",
    "path",
    "title",
    "dialect",
    "sha256",
    "extractorVersion",
    "encodingRepairs",
    "problems",
    "takenInAt",
    "retiredAt",
    "retiredBy",
    "dialectReason",
    "fileStamp",
  ],
};

/** A document with what lies beside its row. */
export type DocumentFiles = {
  row: DocumentRow;
  /** The file itself, where it is kept: of what came through the page. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** Of pictures that are stored already; null where they stay as they are. */
  pictures: PictureRow[] | null;
};

/** Writes documents and their questions, inside the caller's transaction. */
export async function writeDocuments(
  tx: Queries,
  plan: DocumentsPlan,
  newId: () => string,
): Promise<void> {
  const { at } = plan;
  const retired = { retiredAt: at, retiredBy: "source" };
  await writeFiles(tx, plan.documents);
  await inChunks(plan.retiredDocuments, (ids) =>
    tx.document.updateMany({ where: { id: { in: ids } }, data: retired }),
  );
  await inChunks(plan.topics, (data) => tx.topic.createMany({ data }));
  await putQuestions(tx, plan.questions);
  await inChunks(plan.restoredQuestions, (ids) =>
    tx.question.updateMany({
      where: { id: { in: ids }, retiredBy: "source" },
      data: { retiredAt: null, retiredBy: null },
    }),
  );
  await inChunks(plan.retiredQuestions, (ids) =>
    tx.question.updateMany({ where: { id: { in: ids }, retiredAt: null }, data: retired }),
  );
  await putVersions(tx, plan.versions, at);
  await putKeyPoints(tx, plan.keyPoints);
  await stageRows(tx, plan.staged);
  if (plan.takesStaged) await takeStaged(tx, at);
  await inChunks(plan.retiredKeyPoints, (ids) =>
    tx.keyPoint.updateMany({ where: { id: { in: ids } }, data: { retiredAt: at } }),
  );
  await notePointsOf(tx, [...plan.retiredKeyPoints, ...plan.restoredKeyPoints]);
  await writeTags(tx, plan.tags, newId);
}

async function writeFiles(tx: Queries, documents: readonly DocumentFiles[]): Promise<void> {
  await inChunks(documents, (some) =>
    put(
      tx,
      DOCUMENTS,
      some.map(({ row }) => row),
    ),
  );
  for (const { row, bytes } of documents)
    if (bytes)
      await tx.documentBytes.upsert({
        where: { documentId: row.id },
        create: { documentId: row.id, bytes },
        update: { bytes },
      });
  const pictured = documents.filter(({ pictures }) => pictures !== null);
  await inChunks(pictured, (some) =>
    tx.documentPicture.deleteMany({ where: { documentId: { in: some.map(({ row }) => row.id) } } }),
  );
  const pictures = pictured.flatMap(({ row, pictures: own }) =>
    (own ?? []).map((picture) => ({ documentId: row.id, ...picture })),
  );
  await inChunks(pictures, (data) => tx.documentPicture.createMany({ data }));
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
