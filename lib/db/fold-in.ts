import { existsSync } from "node:fs";
import Sqlite from "better-sqlite3";

/** Somebody who writes at this moment is waited for. */
const WAIT_MS = 1000;

/**
 * Brings what was committed from the log beside a store into its one file, so that a copy of that has
 * everything. Answers whether nothing was left: who reads or writes meanwhile may keep a part of it.
 */
export function foldIn(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new Sqlite(file, { timeout: WAIT_MS });
  try {
    // Its row says first whether somebody was in the way.
    return database.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) === 0;
  } finally {
    database.close();
  }
}
