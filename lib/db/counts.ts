import type { Queries } from "./queries";

type StoreCounts = { documents: number; topics: number; questions: number; reviews: number };

/** How much is stored and in use; undone reviews count, as the log keeps them. */
export async function storeCounts(read: Queries): Promise<StoreCounts> {
  // As Prisma counts, SQLite goes through a million reviews; so it only adds up pages. Of questions it
  // takes off those that are not in use, which have an index of their own.
  const [row] = await read.$queryRaw<Record<keyof StoreCounts, number | bigint>[]>`
    SELECT
      (SELECT COUNT(*) FROM "Document" WHERE "retiredAt" IS NULL) AS "documents",
      (SELECT COUNT(*) FROM "Topic" t WHERE EXISTS (
        SELECT 1 FROM "Question" q WHERE q."topicId" = t."id" AND q."retiredAt" IS NULL
      )) AS "topics",
      (SELECT COUNT(*) FROM "Question")
        - (SELECT COUNT(*) FROM "Question" WHERE "retiredAt" IS NOT NULL) AS "questions",
      (SELECT COUNT(*) FROM "Review") AS "reviews"`;
  return {
    documents: Number(row?.documents ?? 0),
    topics: Number(row?.topics ?? 0),
    questions: Number(row?.questions ?? 0),
    reviews: Number(row?.reviews ?? 0),
  };
}

/** Version and settings of the engine, as it reports them. */
export async function engineFacts(read: Queries): Promise<{ engine: string; version: string }> {
  const [row] = await read.$queryRaw<{ version: string }[]>`SELECT sqlite_version() AS version`;
  return { engine: "sqlite", version: row?.version ?? "unknown" };
}
