import { breathe } from "@/lib/breathe";
import type { Queries } from "@/lib/db/queries";
import { Prisma } from "@/lib/db/generated/client";
import { readInChunks } from "@/lib/db/in-chunks";
import { naturalOrder } from "@/lib/natural-order";
import { problemsIn } from "@/lib/db/problems";

export type StoredDocument = {
  id: string;
  path: string;
  sha256: string;
  extractorVersion: string;
  retiredAt: Date | null;
  /** source | learner | ingest */
  retiredBy: string | null;
  /** JSON. */
  problems: string;
  fileStamp: string | null;
};

const STORED = {
  id: true,
  path: true,
  sha256: true,
  extractorVersion: true,
  retiredAt: true,
  retiredBy: true,
  problems: true,
  fileStamp: true,
} as const;

/** All documents of an origin, without their questions. */
export async function storedDocuments(read: Queries, origin: string): Promise<StoredDocument[]> {
  return read.document.findMany({ where: { origin }, select: STORED, orderBy: { id: "asc" } });
}

/** Those of these paths. */
export async function storedDocumentsAt(
  read: Queries,
  origin: string,
  paths: readonly string[],
): Promise<StoredDocument[]> {
  const found = await readInChunks(paths, (some) =>
    read.document.findMany({ where: { origin, path: { in: some } }, select: STORED }),
  );
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Who put a document away of which only a part is written: its run goes on, or was stopped. */
export const UNFINISHED = "ingest";

/** Where a document stands on its page; `without`: no question was ever found in it. */
export const SHELVES = ["in-use", "without", "away"] as const;
export type Shelf = (typeof SHELVES)[number];

const HELD_NONE = Prisma.sql`NOT EXISTS
  (SELECT 1 FROM "Question" q WHERE q."documentId" = d."id")`;
const WITHOUT = Prisma.sql`d."problems" LIKE '%"code":"no-question"%' AND ${HELD_NONE}`;
const STANDS_ON: Record<Shelf, Prisma.Sql> = {
  "in-use": Prisma.sql`d."retiredAt" IS NULL AND NOT (${WITHOUT})`,
  without: Prisma.sql`d."retiredAt" IS NULL AND ${WITHOUT}`,
  // One that is gone and never held a question was a mistake, and an unfinished one is not there yet.
  away: Prisma.sql`d."retiredBy" = 'learner' OR d."retiredBy" = 'source' AND NOT ${HELD_NONE}`,
};

/** Documents of a shelf: those with problems first, then by path, in which 10 comes after 9. */
export async function documentsOn(
  read: Queries,
  shelf: Shelf,
  { skip, take }: { skip: number; take: number },
) {
  const places = await read.$queryRaw<{ id: string; path: string; isClear: bigint }[]>`
    SELECT d."id", d."path", d."problems" = '[]' AS "isClear"
    FROM "Document" d WHERE ${STANDS_ON[shelf]}`;
  const ids = places
    .toSorted((a, b) => Number(a.isClear - b.isClear) || naturalOrder(a.path, b.path))
    .slice(skip, skip + take)
    .map(({ id }) => id);
  const rows = await read.document.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      origin: true,
      title: true,
      path: true,
      dialectReason: true,
      encodingRepairs: true,
      takenInAt: true,
      retiredAt: true,
      retiredBy: true,
      problems: true,
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ ...row, problems: problemsIn(row.problems) }] : [];
  });
}

/** How many documents stand on a shelf, and how many of them have problems. */
export async function countOn(
  read: Queries,
  shelf: Shelf,
): Promise<{ documents: number; faulty: number }> {
  const [row] = await read.$queryRaw<{ documents: bigint; faulty: bigint }[]>`
    SELECT COUNT(*) AS "documents", COUNT(NULLIF(d."problems", '[]')) AS "faulty"
    FROM "Document" d WHERE ${STANDS_ON[shelf]}`;
  return { documents: Number(row?.documents ?? 0), faulty: Number(row?.faulty ?? 0) };
}

/** Questions in use of a document, and how many of them neither it nor the learner answers. */
type Held = { questions: number; unanswered: number };

/** What documents hold: document id → counts, where there are any. */
export async function heldByDocuments(
  read: Queries,
  learnerId: string,
  documentIds: readonly string[],
): Promise<Map<string, Held>> {
  if (documentIds.length === 0) return new Map();
  const rows = await read.$queryRaw<
    { documentId: string; questions: bigint; unanswered: bigint }[]
  >`
    SELECT q."documentId", COUNT(*) AS "questions",
      COUNT(CASE WHEN q."answerHash" IS NULL AND NOT EXISTS (
        SELECT 1 FROM "Note" n
        WHERE n."questionId" = q."id" AND n."learnerId" = ${learnerId} AND n."kind" = 'answer'
      ) THEN 1 END) AS "unanswered"
    FROM "Question" q
    WHERE q."documentId" IN (${Prisma.join([...documentIds])}) AND q."retiredAt" IS NULL
    GROUP BY q."documentId"`;
  return new Map(
    rows.map(({ documentId, questions, unanswered }) => [
      documentId,
      { questions: Number(questions), unanswered: Number(unanswered) },
    ]),
  );
}

/** Questions in use of each of the documents that has any: document id → count. */
export async function questionCounts(
  read: Queries,
  documentIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = await readInChunks(documentIds, (some) =>
    read.question.groupBy({
      by: ["documentId"],
      where: { documentId: { in: some }, retiredAt: null },
      _count: { _all: true },
    }),
  );
  return new Map(counts.map(({ documentId, _count }) => [documentId, _count._all]));
}

/** Questions in use of the documents whose path fits; no more are counted than matter. */
export async function questionsWhere(
  read: Queries,
  { origin, fits, enough }: { origin: string; fits: (path: string) => boolean; enough: number },
): Promise<number> {
  let count = 0;
  for (let after: string | null = ""; after !== null && count < enough;) {
    const page: CountedDocument[] = await countedDocuments(read, { origin, after });
    for (const { path, questions } of page) if (fits(path)) count += Number(questions);
    after = page.at(-1)?.path ?? null;
    await breathe();
  }
  return Math.min(count, enough);
}

type CountedDocument = { path: string; questions: bigint };

function countedDocuments(
  read: Queries,
  { origin, after }: { origin: string; after: string },
): Promise<CountedDocument[]> {
  return read.$queryRaw`
    SELECT d."path",
      (SELECT COUNT(*) FROM "Question" q
       WHERE q."documentId" = d."id" AND q."retiredAt" IS NULL) AS "questions"
    FROM "Document" d WHERE d."origin" = ${origin} AND d."path" > ${after}
    ORDER BY d."path" LIMIT 500`;
}

/** Books a run that begins; one that was stopped before its end is taken up by this one. */
export async function startRun(tx: Queries, id: string, at: Date): Promise<string> {
  const { count } = await tx.ingestRun.updateMany({
    where: { finishedAt: null },
    data: { report: null },
  });
  if (count === 0) await tx.ingestRun.create({ data: { id, startedAt: at } });
  const run = await tx.ingestRun.findFirst({ where: { finishedAt: null }, orderBy: { id: "asc" } });
  return run?.id ?? id;
}

/** Whether a run was stopped before its end, and none has taken it up. */
export async function isRunUnfinished(read: Queries): Promise<boolean> {
  const where = { finishedAt: null };
  return (await read.ingestRun.findFirst({ where, select: { id: true } })) !== null;
}

/** Books the end of a run, with the counts of what changed. */
export async function finishRun(tx: Queries, id: string, at: Date, report: object): Promise<void> {
  await tx.ingestRun.update({
    where: { id },
    data: { finishedAt: at, report: JSON.stringify(report) },
  });
}
