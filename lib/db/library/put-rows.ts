import type { Queries } from "@/lib/db/queries";
import { Prisma } from "@/lib/db/generated/client";

type Columns<Row> = readonly (keyof Row & string)[];

/** What is stored of such rows, by the first of its columns: some stay, others may change. */
export type Table<Row> = { name: string; stay: Columns<Row>; change: Columns<Row> };

/**
 * Writes rows, new or known, in one statement. Many change at once where one question is put in above
 * them: one by one, they would keep the reviews beside them waiting.
 */
export async function put<Row>(
  tx: Queries,
  table: Table<Row>,
  rows: readonly Row[],
): Promise<void> {
  const columns = [...table.stay, ...table.change];
  const values = rows.map((row) => Prisma.sql`(${Prisma.join(columns.map((name) => row[name]))})`);
  await tx.$executeRaw`
    INSERT INTO ${named(table.name)} (${listed(columns)}) VALUES ${Prisma.join(values)}
    ${orUpdate(table)}`;
}

/** A table's or a column's name. */
export function named(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`);
}

/** The names of columns, with commas between. */
export function listed(columns: readonly string[]): Prisma.Sql {
  return Prisma.join(columns.map(named));
}

/** What becomes of a row that is there already: it gets what may change. */
export function orUpdate({ stay: [key = ""], change }: Table<never>): Prisma.Sql {
  const changes = change.map((column) => Prisma.raw(`"${column}" = excluded."${column}"`));
  const update = changes.length > 0 ? Prisma.sql`UPDATE SET ${Prisma.join(changes)}` : NOTHING;
  return Prisma.sql`ON CONFLICT (${named(key)}) DO ${update}`;
}

const NOTHING = Prisma.raw("NOTHING");
