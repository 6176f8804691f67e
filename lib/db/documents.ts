import type { Problem } from "@/lib/domain/problem";
import type { Queries } from "./client";
import type { Prisma } from "./generated/client";

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

/** Who put a document away of which only a part is written: its run goes on, or was stopped. */
export const UNFINISHED = "ingest";

/** One that is gone and never held a question was a mistake, and an unfinished one is not there yet. */
const SHOWN: Prisma.DocumentWhereInput = {
  OR: [
    { retiredBy: null },
    { retiredBy: "learner" },
    { retiredBy: "source", questions: { some: {} } },
  ],
};

/** All documents that were ever in use, by path, with their questions in use counted. */
export async function documentsWithProblems(read: Queries) {
  const [documents, counts] = await Promise.all([
    read.document.findMany({ where: SHOWN, orderBy: { path: "asc" } }),
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

/** Books the end of a run, with the counts of what changed. */
export async function finishRun(tx: Queries, id: string, at: Date, report: object): Promise<void> {
  await tx.ingestRun.update({
    where: { id },
    data: { finishedAt: at, report: JSON.stringify(report) },
  });
}
