import { type DBSchema, openDB } from "idb";
import type { OutboxEntry } from "./outbox-entry";

/** Where entries outlive a reload, a closed tab and a dead server. Each call may be refused. */
export type EntryStore = {
  /** All of them, oldest first, as they were kept: maybe by an older version of this page. */
  all: () => Promise<unknown[]>;
  put: (entry: OutboxEntry) => Promise<unknown>;
  delete: (id: string) => Promise<unknown>;
};

/** An open store, whose connection the browser may close at any time. */
export type Connection = EntryStore & { close: () => void };

/**
 * The store of this browser. A connection that was lost (site data cleared, a newer version, the
 * browser's own fault) is opened again at the next call.
 */
export function browserStore(
  open: (onLost: () => void) => Promise<Connection> = openIndexedDb,
): EntryStore {
  let opened: Promise<Connection> | undefined;

  function connection(): Promise<Connection> {
    if (opened) return opened;
    const made: Promise<Connection> = inTime(open(() => leave(made)));
    opened = made;
    return made;
  }
  function leave(lost: Promise<Connection>): void {
    if (opened === lost) opened = undefined;
    lost.then((store) => store.close()).catch(() => undefined);
  }
  async function call<T>(run: (store: Connection) => Promise<T>): Promise<T> {
    const used = connection();
    try {
      return await inTime(used.then(run));
    } catch (error) {
      leave(used);
      throw error;
    }
  }
  /** What fails by a connection that was open already may go well by a new one. */
  async function callAgain<T>(run: (store: Connection) => Promise<T>): Promise<T> {
    const wasOpen = opened !== undefined;
    try {
      return await call(run);
    } catch (error) {
      if (!wasOpen) throw error;
      return call(run);
    }
  }
  return {
    all: () => callAgain((store) => store.all()),
    put: (entry) => callAgain((store) => store.put(entry)),
    delete: (id) => callAgain((store) => store.delete(id)),
  };
}

type Schema = DBSchema & { entries: { key: string; value: OutboxEntry } };

async function openIndexedDb(onLost: () => void): Promise<Connection> {
  const database = await openDB<Schema>("rehearse", 1, {
    upgrade: (made) => void made.createObjectStore("entries", { keyPath: "id" }),
    blocking: () => onLost(),
    terminated: onLost,
  });
  return {
    all: () => database.getAll("entries"),
    put: (entry) => database.put("entries", entry),
    delete: (id) => database.delete("entries", id),
    close: () => database.close(),
  };
}

/** WebKit has left such requests without any answer. */
const LONGEST_MS = 3_000;

function inTime<T>(asked: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("No answer in time")), LONGEST_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
