import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import Sqlite from "better-sqlite3";
import { type PlainQueries, plainQueries, type ReadPlainly, readPlainlyBy } from "./plain-queries";
import { keepPrepared } from "./prepared";
import { MAX_WAIT_MS, whenFree } from "./store-busy";

type Role = "writer" | "reader";

/** What a connection's statements go through. */
export type Opened = { client: Sqlite.Database; plain: PlainQueries; readPlainly: ReadPlainly };

/** @throws when it is not connected */
export function openedOn({ opened }: Connection): Opened {
  if (!opened) throw new Error("The store is not connected");
  return opened;
}

/** A connection that says what it needs on every connect, and refuses to serve when it isn't so. */
export class Connection extends PrismaBetterSqlite3 {
  readonly #role: Role;
  /** The driver's own, once it is connected. */
  opened: Opened | null = null;

  constructor(file: string, role: Role) {
    // The driver would wait for another program with all that this process does.
    super({ url: `file:${file}`, timeout: 0 });
    this.#role = role;
  }

  override async connect() {
    const adapter = await super.connect();
    const client: unknown = Reflect.get(adapter, "client");
    if (!(client instanceof Sqlite)) throw new Error("The adapter has no connection to keep");
    const prepare = client.prepare.bind(client);
    this.opened = { client, plain: plainQueries(prepare), readPlainly: readPlainlyBy(prepare) };
    keepPrepared(client);
    if (this.#role === "writer") {
      leaveOutBegin(client);
      await checkBegin(adapter, client);
    }
    await inTime(() => adapter.executeScript(SETTINGS[this.#role]));
    for (const [name, wanted] of Object.entries(READ_BACK[this.#role])) {
      const { rows } = await adapter.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] });
      const found = String(rows[0]?.[0]);
      if (found !== wanted)
        throw new Error(`SQLite says ${name}=${found} where ${wanted} is needed`);
    }
    // What is written is in the log beside the file, and readers are hardly ever in its way.
    const query = adapter.queryRaw.bind(adapter);
    if (this.#role === "reader") adapter.queryRaw = (asked) => inTime(() => query(asked));
    return adapter;
  }
}

/** Prisma begins each transaction; on the writer it has begun by then. */
function leaveOutBegin(client: Sqlite.Database): void {
  const prepare = client.prepare.bind(client);
  const nothing = { run: () => undefined };
  Object.assign(client, {
    prepare: (sql: string) => (BEGIN.test(sql) ? nothing : prepare(sql)),
  });
}

const BEGIN = /^\s*BEGIN\b/i;

/**
 * Begins a transaction as the writer does, and has Prisma begin it too.
 * @throws when Prisma begins in another way by now than is left out: no write would succeed
 */
async function checkBegin(
  adapter: Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>,
  client: Sqlite.Database,
): Promise<void> {
  client.exec("BEGIN");
  try {
    const begun = await adapter.startTransaction();
    if (!client.inTransaction) throw new Error("It is over");
    // Lets the next one begin; the statement itself is the caller's.
    await begun.rollback();
  } catch (cause) {
    throw new Error("This version of Prisma begins transactions in another way", { cause });
  } finally {
    if (client.inTransaction) client.exec("ROLLBACK");
  }
}

/** Waits for the store as long as anybody is to. */
export const inTime = <T>(work: () => Promise<T>) =>
  whenFree(work, performance.now() + MAX_WAIT_MS);

// better-sqlite3 falls to synchronous=NORMAL on each reopen of a WAL file: acknowledged reviews
// would not survive a power cut.
const SETTINGS = {
  writer: "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
  reader: "PRAGMA query_only=ON; PRAGMA foreign_keys=ON;",
};

const READ_BACK: Record<Role, Record<string, string>> = {
  writer: { journal_mode: "wal", synchronous: "2", foreign_keys: "1", busy_timeout: "0" },
  reader: { query_only: "1", busy_timeout: "0" },
};
