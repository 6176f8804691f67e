import { type DBSchema, openDB } from "idb";
import type { DoneAct } from "./done-act";
import type { OutboxEntry } from "./outbox-entry";

/** Where something outlives a reload, a closed tab and a dead server. Each call may be refused. */
export type KeptStore<Kept> = {
  /** All of it, oldest first, as it was kept: maybe by an older version of this page. */
  all: () => Promise<unknown[]>;
  put: (kept: Kept) => Promise<unknown>;
  delete: (id: string) => Promise<unknown>;
};

/** An open store, whose connection the browser may close at any time. */
export type Connection<Kept> = KeptStore<Kept> & { close: () => void };

/** What of this browser's is in its store. */
type Rooms = { entries: OutboxEntry; acts: DoneAct };

/** One of the stores of this browser. */
export function browserStore<Room extends keyof Rooms>(room: Room): KeptStore<Rooms[Room]> {
  return reopened((onLost) => openIndexedDb(room, onLost));
}

/**
 * A store whose connection, where it was lost (site data cleared, a newer version, the browser's own
 * fault), is opened again at the next call.
 */
export function reopened<Kept>(
  open: (onLost: () => void) => Promise<Connection<Kept>>,
): KeptStore<Kept> {
  let opened: Promise<Connection<Kept>> | undefined;

  function connection(): Promise<Connection<Kept>> {
    if (opened) return opened;
    const made: Promise<Connection<Kept>> = inTime(open(() => leave(made)));
    opened = made;
    return made;
  }
  function leave(lost: Promise<Connection<Kept>>): void {
    if (opened === lost) opened = undefined;
    lost.then((store) => store.close()).catch(() => undefined);
  }
  async function call<T>(run: (store: Connection<Kept>) => Promise<T>): Promise<T> {
    const used = connection();
    try {
      return await inTime(used.then(run));
    } catch (error) {
      leave(used);
      throw error;
    }
  }
  /** What fails by a connection that was open already may go well by a new one. */
  async function callAgain<T>(run: (store: Connection<Kept>) => Promise<T>): Promise<T> {
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
    put: (kept) => callAgain((store) => store.put(kept)),
    delete: (id) => callAgain((store) => store.delete(id)),
  };
}

type Schema = DBSchema & { [Room in keyof Rooms]: { key: string; value: Rooms[Room] } };

export const OUTBOX_DATABASE = "rehearse";
export const OUTBOX_ENTRIES = "entries";

const ROOMS = ["entries", "acts"] as const;

async function openIndexedDb<Room extends keyof Rooms>(
  room: Room,
  onLost: () => void,
): Promise<Connection<Rooms[Room]>> {
  const database = await openDB<Schema>(OUTBOX_DATABASE, 2, {
    upgrade: (made) => {
      for (const one of ROOMS)
        if (!made.objectStoreNames.contains(one)) made.createObjectStore(one, { keyPath: "id" });
    },
    blocking: () => onLost(),
    terminated: onLost,
  });
  return {
    all: () => database.getAll(room),
    put: (kept) => database.put(room, kept),
    delete: (id) => database.delete(room, id),
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
