import { once } from "node:events";
import { Connection, inTime, type Opened, openedOn } from "./connection";
import { PrismaClient } from "./generated/client";
import type { PlainQueries, ReadPlainly } from "./plain-queries";
import type { Queries } from "./queries";
import { openSearchIndex, type SearchIndex } from "./search-index";
import { keepStandings, type StandingsOf } from "./standings";
import { isStoreBusy, MAX_WAIT_MS, StoreBusy, whenFree } from "./store-busy";
import { Turns } from "./turns";

/**
 * The store's doors. `read` sees what is committed and refuses to write. `write` runs one
 * transaction after another; nothing of one is kept when its work throws.
 */
export type Database = {
  /** Where it is stored. */
  file: string;
  read: Queries;
  /** The same by plain statements, for what is much. */
  readPlainly: ReadPlainly;
  write<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
  /** A write by plain statements, which take a fraction of the time. It waits for nothing but them. */
  writePlainly<T>(work: (tx: PlainQueries) => Promise<T>): Promise<T>;
  standings: StandingsOf;
  search: SearchIndex;
  /** One consistent view of everything, as of now, for work that reads for long. */
  snapshot(): Promise<{ read: Queries; close(): Promise<void> }>;
  close(): Promise<void>;
};

const WITHIN = { maxWait: MAX_WAIT_MS, timeout: 60_000 };
const LONGEST_SNAPSHOT_MS = 3_600_000;

/**
 * Opens a migrated SQLite file. Every write goes through the one writer, in its turn: one issued
 * while another's transaction is open would join it, and vanish with its rollback though acknowledged.
 * Each begins as a write, so that none has to upgrade a read lock.
 * @throws when a connection's settings don't read back as asked
 */
export function openDatabase(file: string): Database {
  const connection = new Connection(file, "writer");
  const writer = new PrismaClient({ adapter: connection });
  const readerConnection = new Connection(file, "reader");
  const reader = new PrismaClient({ adapter: readerConnection });
  const search = openSearchIndex(file, reader);
  const turns = new Turns();
  const snapshots = new Set<Awaited<ReturnType<typeof openSnapshot>>>();

  /** Does `work` on the writer between a BEGIN and its end, which it brings about unless it fails. */
  const inTurn = <T>(work: (opened: Opened) => Promise<T>): Promise<T> => {
    const deadline = performance.now() + MAX_WAIT_MS;
    return turns.take(deadline, async () => {
      await writer.$connect();
      const opened = openedOn(connection);
      await whenFree(() => opened.client.exec("BEGIN IMMEDIATE"), deadline);
      try {
        return await work(opened);
      } finally {
        if (opened.client.inTransaction) opened.client.exec("ROLLBACK");
      }
    });
  };

  const readPlainly: ReadPlainly = async (sql) => {
    await reader.$connect();
    return inTime(() => openedOn(readerConnection).readPlainly(sql));
  };

  return {
    file,
    read: reader,
    readPlainly,
    standings: keepStandings({ read: reader, readPlainly }),
    search,
    write: (work) => inTurn(() => writer.$transaction(work, WITHIN)).catch(busyOrThrow),
    writePlainly: (work) =>
      inTurn(async ({ client, plain }) => {
        const done = await work(plain);
        client.exec("COMMIT");
        return done;
      }),
    async snapshot() {
      const snapshot = await openSnapshot(file);
      snapshots.add(snapshot);
      const close = async () => {
        if (snapshots.delete(snapshot)) await snapshot.close();
      };
      return { read: snapshot.read, close };
    },
    async close() {
      // One that is read on would keep what was written since out of the store's one file.
      const closed = [...snapshots].map((snapshot) => snapshot.close());
      await Promise.allSettled([...closed, search.close()]);
      snapshots.clear();
      await Promise.all([writer.$disconnect(), reader.$disconnect()]);
    },
  };
}

/** A transaction on a reader of its own: where none is open, Prisma begins some by itself. */
async function openSnapshot(file: string): ReturnType<Database["snapshot"]> {
  const client = new PrismaClient({ adapter: new Connection(file, "reader") });
  const over = new AbortController();
  let whole: Promise<unknown> = Promise.resolve();
  const read = await new Promise<Queries>((resolve, reject) => {
    const reading = async (tx: Queries) => {
      // SQLite takes its snapshot at the first read.
      await tx.learner.findFirst({ select: { id: true } });
      resolve(tx);
      await once(over.signal, "abort");
    };
    whole = client.$transaction(reading, { ...WITHIN, timeout: LONGEST_SNAPSHOT_MS });
    whole.catch(reject);
  });
  return {
    read,
    async close() {
      over.abort();
      try {
        await whole;
      } finally {
        await client.$disconnect();
      }
    },
  };
}

function busyOrThrow(error: unknown): never {
  throw isStoreBusy(error) ? new StoreBusy("The store is busy", { cause: error }) : error;
}
