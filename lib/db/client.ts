import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import Sqlite from "better-sqlite3";
import { type Prisma, PrismaClient } from "./generated/client";
import { keepPrepared } from "./prepared";
import { keepStandings, type StandingsOf } from "./standings";

/** Queries inside a transaction, or on the reader. */
export type Queries = Prisma.TransactionClient;

/**
 * The store's two doors. `read` sees what is committed and refuses to write. `write` runs one
 * transaction after another; begin each with a write, so that it never has to upgrade a read lock.
 */
export type Database = {
  read: Queries;
  write<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
  standings: StandingsOf;
  /** One consistent view of everything, as of now, for work that reads for long. */
  snapshot(): Promise<{ read: Queries; close(): Promise<void> }>;
  close(): Promise<void>;
};

/** Reviews wait this long for an ingest's transaction before the caller is told to come back. */
const MAX_WAIT_MS = 10_000;
const BUSY_TIMEOUT_MS = 10_000;

/** Thrown when the store could not take a write in time. Nothing was written. */
export class StoreBusy extends Error {}

/**
 * Opens a migrated SQLite file. Every write goes through the one writer: a plain write issued while
 * another's transaction is open would join it, and vanish with its rollback though acknowledged.
 * @throws when a connection's settings don't read back as asked
 */
export function openDatabase(file: string): Database {
  const writer = new PrismaClient({ adapter: new CheckedSqlite(file, "writer") });
  const reader = new PrismaClient({ adapter: new CheckedSqlite(file, "reader") });
  return {
    read: reader,
    standings: keepStandings(reader),
    write: (work) =>
      writer.$transaction(work, { maxWait: MAX_WAIT_MS, timeout: 60_000 }).catch(rethrowBusy),
    async snapshot() {
      const client = new PrismaClient({ adapter: new CheckedSqlite(file, "reader") });
      await client.$executeRawUnsafe("BEGIN");
      // SQLite takes its snapshot at the first read.
      await client.learner.findFirst({ select: { id: true } });
      return { read: client, close: () => client.$disconnect() };
    },
    async close() {
      await Promise.all([writer.$disconnect(), reader.$disconnect()]);
    },
  };
}

type Role = "writer" | "reader";

/** A connection that says what it needs on every connect, and refuses to serve when it isn't so. */
class CheckedSqlite extends PrismaBetterSqlite3 {
  readonly #role: Role;

  constructor(file: string, role: Role) {
    super({ url: `file:${file}`, timeout: BUSY_TIMEOUT_MS });
    this.#role = role;
  }

  override async connect() {
    const adapter = await super.connect();
    const client: unknown = Reflect.get(adapter, "client");
    if (!(client instanceof Sqlite)) throw new Error("The adapter has no connection to keep");
    keepPrepared(client);
    await adapter.executeScript(SETTINGS[this.#role]);
    for (const [name, wanted] of Object.entries(READ_BACK[this.#role])) {
      const { rows } = await adapter.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] });
      const found = String(rows[0]?.[0]);
      if (found !== wanted)
        throw new Error(`SQLite says ${name}=${found} where ${wanted} is needed`);
    }
    return adapter;
  }
}

// better-sqlite3 falls to synchronous=NORMAL on each reopen of a WAL file: acknowledged reviews
// would not survive a power cut.
const SETTINGS = {
  writer: "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
  reader: "PRAGMA query_only=ON; PRAGMA foreign_keys=ON;",
};

const READ_BACK: Record<Role, Record<string, string>> = {
  writer: {
    journal_mode: "wal",
    synchronous: "2",
    foreign_keys: "1",
    busy_timeout: String(BUSY_TIMEOUT_MS),
  },
  reader: { query_only: "1", busy_timeout: String(BUSY_TIMEOUT_MS) },
};

function rethrowBusy(error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  // P2028: no turn within maxWait. P1008: SQLite's own busy timeout, another process writes.
  if (code === "P2028" || code === "P1008")
    throw new StoreBusy("The store is busy", { cause: error });
  throw error;
}
