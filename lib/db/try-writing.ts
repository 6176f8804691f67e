import Sqlite from "better-sqlite3";
import { refusingStore, StoreRefused } from "./store-refused";

/** Longer than any transaction of ours. */
const WAIT_MS = 2000;

/**
 * Writes something to a store, down to the disk, that changes nothing in it: a number in its header that
 * nobody uses, as it is.
 * @throws StoreRefused when a review could not be written either
 */
export function tryWriting(file: string): void {
  refusingStore(file, () => {
    const database = new Sqlite(file, { fileMustExist: true, timeout: WAIT_MS });
    try {
      const mode = String(database.pragma("journal_mode = WAL", { simple: true }));
      if (mode !== "wal")
        throw new StoreRefused(
          `${file} is where SQLite can't keep a log (journal_mode is ${mode}), perhaps a disk over a network. Set DATA_DIR to a folder on this machine.`,
        );
      database.pragma("synchronous = FULL");
      const same = Number(database.pragma("user_version", { simple: true }));
      database.pragma(`user_version = ${same}`);
    } finally {
      database.close();
    }
  });
}
