import { setTimeout as wait } from "node:timers/promises";

/** By this it is known: Next bundles a module more than once in a process, and then each has its own class. */
const STORE_BUSY = "store-busy";

/** Thrown when the store could not be written or read in time. Nothing was written. */
export class StoreBusy extends Error {
  /** Next hands it on to the page that says so. */
  readonly digest = STORE_BUSY;
}

/** Whoever waits for the store is told to come back after this long. */
export const MAX_WAIT_MS = 10_000;

const RETRY_MS = 20;

const SENTENCE = "The store is busy";

/**
 * What `work` gives once no other program is in its way: SQLite's own waiting would hold up all that
 * this process does beside.
 * @throws StoreBusy when that takes until `deadline`, by the process's clock in ms
 */
export async function whenFree<T>(work: () => T | Promise<T>, deadline: number): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (performance.now() >= deadline) throw new StoreBusy(SENTENCE, { cause: error });
      await wait(RETRY_MS);
    }
  }
}

/** Whether something failed because the store was held, by another program or by our own work. */
export function isStoreBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isLocked(error) || ("digest" in error && error.digest === STORE_BUSY)) return true;
  return BUSY_CODES.has(codeOf(error)) || isStoreBusy(error.cause);
}

// P1008: SQLite's own waiting is over. P2028: no turn, or too long a one. P2034: a conflict of two writes.
const BUSY_CODES = new Set(["P1008", "P2028", "P2034"]);

const LOCKED = /SQLITE_(?:BUSY|LOCKED)|database (?:table )?is locked/;

/** In the driver's words, in those that Prisma's adapter has of it, and where Prisma quotes them (P2010). */
function isLocked(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const said: unknown[] = [codeOf(error), codeOf(error) === "P2010" && error.message];
  const { cause } = error;
  if (typeof cause === "object" && cause !== null && "originalCode" in cause)
    said.push(cause.originalCode);
  return said.some((text) => LOCKED.test(String(text)));
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}
