import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { OutboxEntry } from "./outbox-entry";

/**
 * What the learner did and the server has not confirmed yet, kept in IndexedDB: it outlives a failed
 * request, a reload, a closed tab and a dead server. Entries go out in the order of their ids.
 */

type Schema = DBSchema & { entries: { key: string; value: OutboxEntry } };

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("rehearse", 1, {
    upgrade: (made) => void made.createObjectStore("entries", { keyPath: "id" }),
  });
  return opened;
}

/** Keeps an entry until it is settled. */
export async function keep(entry: OutboxEntry): Promise<void> {
  await (await database()).put("entries", entry);
}

/** All entries, oldest first; the refused ones among them wait for the learner, not for the server. */
export async function entries(): Promise<OutboxEntry[]> {
  return (await database()).getAll("entries");
}

/** Forgets an entry: the server has it, or the learner has seen why it does not. */
export async function forget(id: string): Promise<void> {
  await (await database()).delete("entries", id);
}
