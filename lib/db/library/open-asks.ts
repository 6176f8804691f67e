import { OPEN } from "./asks";
import type { Queries } from "@/lib/db/queries";
import { Prisma } from "@/lib/db/generated/client";
import { groupBy } from "@/lib/group-by";

const SIDE = {
  id: true,
  line: true,
  retiredAt: true,
  document: { select: { id: true, path: true } },
  versions: {
    where: { replacedAt: null },
    select: { text: { select: { prompt: true, answer: true } } },
  },
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

/** Open asks about duplicates, each with its two documents in one order. */
const DUPLICATES = Prisma.sql`
  SELECT a."id", a."questionId",
    CASE WHEN q."documentId" < o."documentId" THEN q."documentId" ELSE o."documentId" END AS "one",
    CASE WHEN q."documentId" < o."documentId" THEN o."documentId" ELSE q."documentId" END AS "two"
  FROM "Ask" a
  JOIN "Question" q ON q."id" = a."questionId" AND q."retiredAt" IS NULL
  JOIN "Question" o ON o."id" = a."otherId" AND o."retiredAt" IS NULL
  WHERE a."answeredAt" IS NULL AND a."kind" = 'duplicate'`;

/** Open asks about duplicates by the two documents that they are of, oldest first. */
export async function duplicatesOfTwo(read: Queries): Promise<AsksOfTwo[]> {
  const rows = await read.$queryRaw<{ id: string; one: string; two: string; count: bigint }[]>`
    SELECT MIN(d."id") AS "id", COUNT(*) AS "count", d."one", d."two"
    FROM (${DUPLICATES}) d GROUP BY d."one", d."two" ORDER BY 1`;
  return rows.map(({ id, one, two, count }) => ({
    id,
    documents: [one, two],
    count: Number(count),
  }));
}

/** Prompts that the first asks of some groups are about: id of the group → prompts. */
export async function promptsOfTwo(
  read: Queries,
  groups: readonly AsksOfTwo[],
  limit: number,
): Promise<Map<string, string[]>> {
  const ids = groups.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  // One query: each by itself would look through all open asks again.
  const rows = await read.$queryRaw<{ first: string; prompt: string }[]>`
    SELECT d."first", t."prompt"
    FROM (
      SELECT e."id", e."questionId",
        MIN(e."id") OVER (PARTITION BY e."one", e."two") AS "first",
        ROW_NUMBER() OVER (PARTITION BY e."one", e."two" ORDER BY e."id") AS "place"
      FROM (${DUPLICATES}) e
    ) d
    JOIN "QuestionVersion" v ON v."questionId" = d."questionId" AND v."replacedAt" IS NULL
    JOIN "QuestionText" t ON t."hash" = v."hash"
    WHERE d."place" <= ${limit} AND d."first" IN (${Prisma.join(ids)})
    ORDER BY d."id"`;
  const byGroup = groupBy(rows, ({ first }) => first);
  return new Map([...byGroup].map(([id, all]) => [id, all.map(({ prompt }) => prompt)]));
}

/** How many reviews stand of each question that has any: question id → count. */
export async function reviewCounts(
  read: Queries,
  ids: readonly string[],
): Promise<Map<string, number>> {
  // As a count of a relation, all reviews of everything would be counted.
  const counts = await read.review.groupBy({
    by: ["questionId"],
    where: { questionId: { in: [...ids] }, undoneAt: null },
    _count: { _all: true },
  });
  return new Map(counts.map(({ questionId, _count }) => [questionId, _count._all]));
}
