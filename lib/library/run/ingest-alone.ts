import { join } from "node:path";
import { StoreBusy } from "@/lib/db/store-busy";
import { holdLock } from "@/lib/db/lock";

/** Thrown when another ingest did not end in a minute. Nothing was done. */
export class IngestBusy extends StoreBusy {}

const WAIT_MS = 60_000;
const RETRY_MS = 200;

/**
 * Runs an ingest alone: another one on the same data, of this process or another, is waited for.
 * @throws IngestBusy
 */
export async function ingestAlone<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  const file = join(dataFolder, "ingest.lock.db");
  for (let waited = 0; waited <= WAIT_MS; waited += RETRY_MS) {
    const lock = holdLock(file);
    if (lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  throw new IngestBusy("Documents are being added by another run");
}
