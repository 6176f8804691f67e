import type { Queries } from "./client";

type StoreCounts = { documents: number; topics: number; questions: number; reviews: number };

/** How much is stored and in use; undone reviews count, as the log keeps them. */
export async function storeCounts(read: Queries): Promise<StoreCounts> {
  const [documents, topics, questions, reviews] = await Promise.all([
    read.document.count({ where: { retiredAt: null } }),
    read.topic.count({ where: { questions: { some: { retiredAt: null } } } }),
    read.question.count({ where: { retiredAt: null } }),
    read.review.count(),
  ]);
  return { documents, topics, questions, reviews };
}

/** Version and settings of the engine, as it reports them. */
export async function engineFacts(read: Queries): Promise<{ engine: string; version: string }> {
  const [row] = await read.$queryRaw<{ version: string }[]>`SELECT sqlite_version() AS version`;
  return { engine: "sqlite", version: row?.version ?? "unknown" };
}
