import { deleteDB, openDB } from "idb";
import { OUTBOX_DATABASE, OUTBOX_ENTRIES } from "./browser-store";
import { outbox } from "./outbox";
import { type OutboxEntry, readEntry } from "./outbox-entry";

/**
 * Removes all that this browser keeps: the app, what can be studied without the server, pictures,
 * recordings, drafts, and the service worker. What the server does not have, it answers, and then
 * removes nothing.
 */
export async function clearBrowser(): Promise<{ unsent: OutboxEntry[] }> {
  await outbox.send().catch(() => false);
  const unsent = (await outbox.entries()).filter(({ takenAt }) => takenAt === undefined);
  if (unsent.length > 0) return { unsent };
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map((worker) => worker.unregister()));
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  for (const { name } of await indexedDB.databases())
    if (name === OUTBOX_DATABASE) await emptyOutbox();
    else if (name !== undefined) await deleteDB(name);
  localStorage.clear();
  sessionStorage.clear();
  return { unsent };
}

/** But for what another tab may have put there a moment ago. */
async function emptyOutbox(): Promise<void> {
  const database = await openDB(OUTBOX_DATABASE);
  const change = database.transaction([...database.objectStoreNames], "readwrite");
  for (const name of database.objectStoreNames) {
    const store = change.objectStore(name);
    if (name !== OUTBOX_ENTRIES) await store.clear();
    else
      for (const kept of await store.getAll()) {
        const entry = readEntry(kept);
        if (entry?.takenAt !== undefined) await store.delete(entry.id);
      }
  }
  await change.done;
  database.close();
}
