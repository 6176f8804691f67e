import Sqlite from "better-sqlite3";

/**
 * Holds a lock until `release`, or returns null when another process holds it. It is an exclusive
 * transaction on a file of its own, which the system frees even when the holder is killed.
 */
export function holdLock(file: string): { release(): void } | null {
  const database = new Sqlite(file, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY")) return null;
    throw error;
  }
  return { release: () => database.close() };
}
