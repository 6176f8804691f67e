import type Sqlite from "better-sqlite3";

/** A hundred or so different things are asked again and again. */
const KEPT = 200;
/** Of long lists there are as many statements as lengths, and each takes much memory. */
const LONGEST = 5000;

/**
 * Has a connection prepare each statement once: SQLite takes longer to prepare what records a review
 * than to do it. Those used last are kept.
 */
export function keepPrepared(client: Sqlite.Database): void {
  const prepare = client.prepare.bind(client);
  const kept = new Map<string, Sqlite.Statement>();
  const prepared = (sql: string): Sqlite.Statement => {
    if (sql.length > LONGEST) return prepare(sql);
    const statement = kept.get(sql) ?? prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    const [oldest = sql] = kept.keys();
    if (kept.size > KEPT) kept.delete(oldest);
    return statement;
  };
  Object.assign(client, {
    prepare: (sql: string) => {
      const statement = prepared(sql);
      return { ...bound(statement, []), bind: (values: unknown[]) => bound(statement, values) };
    },
  });
}

/** What the adapter does with a statement: to bind one for good would spoil it for the next. */
function bound(statement: Sqlite.Statement, values: unknown[]) {
  return {
    reader: statement.reader,
    columns: () => statement.columns(),
    run: () => statement.run(values),
    raw: () => ({ all: () => statement.raw().all(values) }),
  };
}
