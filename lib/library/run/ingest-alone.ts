import { StoreBusy } from "@/lib/db/store-busy";
import { holdLock } from "@/lib/db/lock";
import { realFile } from "@/lib/db/real-file";

/** Thrown when another ingest did not end in a minute. Nothing was done. */
export class IngestBusy extends StoreBusy {}

const WAIT_MS = 60_000;
const RETRY_MS = 200;

/**
 * Runs an ingest alone: another one into the same database, of this process or another, whatever its
 * DATA_DIR, is waited for.
 * @throws IngestBusy
 */
export async function ingestAlone<T>(databaseFile: string, work: () => Promise<T>): Promise<T> {
  const file = `${realFile(databaseFile)}.ingest.lock`;
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
