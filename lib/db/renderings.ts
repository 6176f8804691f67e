import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { readInChunks } from "./in-chunks";
import type { Queries } from "./queries";

/** HTML rendered before, by key. */
export async function findRenderings(
  read: Queries,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await readInChunks(
    [...new Set(keys)],
    (some) =>
      read.$queryRaw<{ key: string; html: string }[]>`
      SELECT "key", "html" FROM "Rendering" WHERE "key" IN (${Prisma.join(some)})`,
  );
  return new Map(rows.map(({ key, html }) => [key, html]));
}

export async function keepRendering(
  database: Database,
  rendering: { key: string; html: string },
): Promise<void> {
  await database.write(
    (tx) => tx.$executeRaw`
      INSERT INTO "Rendering" ("key", "html") VALUES (${rendering.key}, ${rendering.html})
      ON CONFLICT ("key") DO UPDATE SET "html" = excluded."html"`,
  );
}

/** Current texts of questions in use, by the ids of their versions, from after one: ids sort as they came. */
export async function textsAfter(read: Queries, after: string, limit: number) {
  const rows = await read.questionVersion.findMany({
    where: {
      id: { gt: after },
      replacedAt: null,
      question: { retiredAt: null },
    },
    select: {
      id: true,
      text: { select: { prompt: true, answer: true } },
      question: { select: { line: true, document: { select: { id: true } } } },
    },
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(({ id, text, question }) => ({ id, ...text, ...question }));
}
