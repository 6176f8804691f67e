import type Sqlite from "better-sqlite3";
import type { Prisma } from "./generated/client";

/**
 * Statements as they are written, which every engine and Prisma's own clients take too. Columns
 * declared as times come as dates, as booleans come as such, and whole numbers as numbers.
 */
export type PlainQueries = {
  $queryRaw<Rows>(sql: TemplateStringsArray, ...values: Value[]): Promise<Rows>;
  /** Answers how many rows were written. */
  $executeRaw(sql: TemplateStringsArray, ...values: Value[]): Promise<number>;
};

/** Reads by a statement put together of parts, of which there are few. */
export type ReadPlainly = <Rows>(sql: Prisma.Sql) => Promise<Rows>;

export type Value = string | number | boolean | Date | null;

type Read = (value: unknown) => unknown;
type Prepared = {
  statement: Sqlite.Statement<unknown[], unknown[]>;
  readers: [column: string, Read][];
};

/**
 * The statements of a connection, without Prisma's share of their time: for what every grade waits
 * for. Each is prepared once, for the place in the code that says it.
 */
export function plainQueries(prepare: Sqlite.Database["prepare"]): PlainQueries {
  const kept = new WeakMap<TemplateStringsArray, Prepared>();
  const prepared = (sql: TemplateStringsArray): Prepared => {
    const known = kept.get(sql);
    if (known) return known;
    const made = prepareOnce(prepare, sql.join("?"));
    kept.set(sql, made);
    return made;
  };
  // As with Prisma, whoever asks says what the rows are.
  function $queryRaw<Rows>(sql: TemplateStringsArray, ...values: Value[]): Promise<Rows>;
  async function $queryRaw(sql: TemplateStringsArray, ...values: Value[]): Promise<unknown> {
    const { statement, readers } = prepared(sql);
    return statement.all(values.map(bound)).map((row) => rowOf(row, readers));
  }
  async function $executeRaw(sql: TemplateStringsArray, ...values: Value[]): Promise<number> {
    return prepared(sql).statement.run(values.map(bound)).changes;
  }
  return { $queryRaw, $executeRaw };
}

/** The same for statements that are put together: each is prepared once, and kept by its text. */
export function readPlainlyBy(prepare: Sqlite.Database["prepare"]): ReadPlainly {
  const kept = new Map<string, Prepared>();
  function read<Rows>(sql: Prisma.Sql): Promise<Rows>;
  async function read({ sql, values }: Prisma.Sql): Promise<unknown> {
    const { statement, readers } = kept.get(sql) ?? prepareOnce(prepare, sql);
    kept.set(sql, { statement, readers });
    return statement.all(values.map(bound)).map((row) => rowOf(row, readers));
  }
  return read;
}

function prepareOnce(prepare: Sqlite.Database["prepare"], sql: string): Prepared {
  const statement = prepare<unknown[], unknown[]>(sql).safeIntegers(false);
  if (!statement.reader) return { statement, readers: [] };
  const readers = statement
    .columns()
    .map(({ name, type }): [string, Read] => [name, READ[type ?? ""] ?? asItIs]);
  return { statement: statement.raw(), readers };
}

const asItIs: Read = (value) => value;

const READ: Record<string, Read> = {
  BOOLEAN: (value) => (value === null ? null : value !== 0),
  DATETIME: (value) =>
    typeof value === "string" || typeof value === "number" ? new Date(value) : null,
};

function rowOf(values: unknown[], readers: Prepared["readers"]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  let i = 0;
  for (const [name, read] of readers) row[name] = read(values[i++]);
  return row;
}

/** As Prisma's adapter stores it. */
function bound(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  return typeof value === "boolean" ? Number(value) : value;
}
