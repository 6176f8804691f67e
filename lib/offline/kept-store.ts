import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Json } from "@/lib/wire/json";
import type { StudySession } from "@/lib/wire/session";

/** What was kept to study without the server. */
export type Kept = {
  /** The shape of what is kept; of another it is no use. */
  version: typeof VERSION;
  /** When it was asked for, by this device's clock, in ms. */
  askedAt: number;
  /** By how much that is behind the server's. */
  clockErrorMs: number;
  /** All that waits today. */
  today: Json<StudySession>;
};

/** Raised whenever a session's shape changes such that an older one can't be studied any more. */
const VERSION = 1;

/** Until then it can be begun; the outbox is a database of its own, and is never dropped. */
export const KEPT_DATABASE = "rehearse-kept";

type Schema = DBSchema & {
  sessions: { key: string; value: unknown };
  pictures: { key: string; value: Blob };
};

/** The one session that is kept; null for none, or one of another version of the app. */
export async function keptSession(): Promise<Kept | null> {
  const kept = await within((database) => database.get("sessions", "all"));
  return isKept(kept) ? kept : null;
}

/** Keeps a session in place of the one before, and of the pictures those that are in it. */
export async function putSession(
  kept: Omit<Kept, "version">,
  pictures: ReadonlyMap<string, Blob>,
  asked: ReadonlySet<string>,
): Promise<void> {
  await within(async (database) => {
    const change = database.transaction(["sessions", "pictures"], "readwrite");
    const stored = change.objectStore("pictures");
    for (const address of await stored.getAllKeys())
      if (!asked.has(address)) await stored.delete(address);
    for (const [address, bytes] of pictures) await stored.put(bytes, address);
    await change.objectStore("sessions").put({ ...kept, version: VERSION }, "all");
    await change.done;
  });
}

/** The addresses of the pictures that are kept. */
export async function keptPictures(): Promise<string[]> {
  return within((database) => database.getAllKeys("pictures"));
}

/** A picture by its address, if it is kept. */
export async function keptPicture(address: string): Promise<Blob | undefined> {
  return within((database) => database.get("pictures", address));
}

async function within<T>(run: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>(KEPT_DATABASE, 1, {
    upgrade: (made) => {
      made.createObjectStore("sessions");
      made.createObjectStore("pictures");
    },
    blocking: () => database.close(),
  });
  try {
    return await run(database);
  } finally {
    database.close();
  }
}

function isKept(kept: unknown): kept is Kept {
  return typeof kept === "object" && kept !== null && Reflect.get(kept, "version") === VERSION;
}
