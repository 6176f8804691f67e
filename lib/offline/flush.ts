import { entries, forget, keep } from "./outbox";
import { isSettled, nextBatch, type OutboxEntry } from "./outbox-entry";
import { type Outcome, send } from "./send";

/**
 * Sends all that waits, oldest first, one tab at a time. False when the server could not be reached:
 * what is left stays, in its order.
 */
export async function flush(): Promise<boolean> {
  return navigator.locks.request("rehearse-outbox", async () => {
    await forgetSettled();
    for (;;) {
      const batch = nextBatch(await entries());
      if (batch.length === 0) return true;
      const sent = await send(batch);
      if (!sent) return false;
      for (const entry of batch) await settle(entry, sent.get(entry.id) ?? { refused: null });
    }
  });
}

async function settle(entry: OutboxEntry, { refused, ...told }: Outcome): Promise<void> {
  if (refused !== null) return keep({ ...entry, refused });
  if (entry.kind !== "undo") return keep({ ...entry, ...told, takenAt: Date.now() });
  await forget(entry.id);
  await forget(entry.reviewId);
}

async function forgetSettled(): Promise<void> {
  const now = Date.now();
  for (const entry of await entries()) if (isSettled(entry, now)) await forget(entry.id);
}
