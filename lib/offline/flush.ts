import { entries, forget, keep } from "./outbox";
import { nextBatch } from "./outbox-entry";
import { send } from "./send";

/**
 * Sends all that waits, oldest first, one tab at a time. False when the server could not be reached:
 * what is left stays, in its order.
 */
export async function flush(): Promise<boolean> {
  return navigator.locks.request("rehearse-outbox", async () => {
    for (;;) {
      const batch = nextBatch(await entries());
      if (batch.length === 0) return true;
      const sent = await send(batch);
      if (!sent) return false;
      for (const entry of batch) {
        const refused = sent.get(entry.id) ?? null;
        if (refused === null) await forget(entry.id);
        else await keep({ ...entry, refused });
      }
    }
  });
}
