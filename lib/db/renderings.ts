import type { Database, Queries } from "./client";

/** HTML rendered before, by key. */
export async function findRenderings(
  read: Queries,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await read.rendering.findMany({ where: { key: { in: [...keys] } } });
  return new Map(rows.map(({ key, html }) => [key, html]));
}

export async function keepRendering(
  database: Database,
  rendering: { key: string; html: string },
): Promise<void> {
  await database.write(
    (tx) => tx.$executeRaw`
      INSERT INTO "Rendering" ("key", "html") VALUES (${rendering.key}, ${rendering.html})
      ON CONFLICT ("key") DO NOTHING`,
  );
}
