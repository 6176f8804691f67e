import { asksAlike, OPEN } from "./asks";
import type { Queries } from "./client";

const SIDE = {
  id: true,
  line: true,
  retiredAt: true,
  document: { select: { id: true, path: true } },
  versions: { where: { replacedAt: null }, select: { prompt: true, answer: true } },
  _count: { select: { reviews: { where: { undoneAt: null } } } },
} as const;

/**
 * Open asks about pairs with both questions, oldest first, and how many there are in all.
 * `duplicates`: of those about duplicates only these; all where it is null.
 */
export async function openPairs(
  read: Queries,
  { limit, duplicates }: { limit: number; duplicates: readonly string[] | null },
) {
  const some = {
    OR: [{ kind: { not: "duplicate" } }, { id: { in: (duplicates ?? []).slice(0, limit) } }],
  };
  const where = duplicates ? { AND: [OPEN, some] } : OPEN;
  const [rows, total] = await Promise.all([
    read.ask.findMany({
      where,
      orderBy: [{ askedAt: "asc" }, { id: "asc" }],
      take: limit,
      select: { id: true, kind: true, question: { select: SIDE }, other: { select: SIDE } },
    }),
    read.ask.count({ where }),
  ]);
  const beyond = Math.max(0, (duplicates?.length ?? 0) - limit);
  return { rows, total: total + beyond };
}

/** The open asks about duplicates of two documents: the oldest of them, and how many they are. */
export type AsksOfTwo = { id: string; documents: [string, string]; count: number };

/** Open asks about duplicates by the two documents that they are of, oldest first. */
export async function duplicatesOfTwo(read: Queries): Promise<AsksOfTwo[]> {
  const rows = await read.$queryRaw<{ id: string; one: string; two: string; count: bigint }[]>`
    SELECT MIN("Ask"."id") AS "id", COUNT(*) AS "count",
      CASE WHEN "q"."documentId" < "o"."documentId" THEN "q"."documentId" ELSE "o"."documentId" END AS "one",
      CASE WHEN "q"."documentId" < "o"."documentId" THEN "o"."documentId" ELSE "q"."documentId" END AS "two"
    FROM "Ask"
    JOIN "Question" "q" ON "q"."id" = "Ask"."questionId" AND "q"."retiredAt" IS NULL
    JOIN "Question" "o" ON "o"."id" = "Ask"."otherId" AND "o"."retiredAt" IS NULL
    WHERE "Ask"."answeredAt" IS NULL AND "Ask"."kind" = 'duplicate'
    GROUP BY 3, 4 ORDER BY 1`;
  return rows.map(({ id, one, two, count }) => ({
    id,
    documents: [one, two],
    count: Number(count),
  }));
}

/** Prompts that the first of the open asks alike are about. */
export async function promptsAlike(read: Queries, id: string, limit: number): Promise<string[]> {
  const rows = await read.ask.findMany({
    where: { id: { in: (await asksAlike(read, id)).slice(0, limit) } },
    orderBy: { id: "asc" },
    select: { question: { select: { versions: SIDE.versions } } },
  });
  return rows.map(({ question }) => question?.versions[0]?.prompt ?? "");
}
