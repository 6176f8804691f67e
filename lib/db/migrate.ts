import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { backUp } from "./backup";
import { StoreRefused } from "./store-refused";

type Migration = { name: string; sql: string; checksum: string };

/**
 * Brings a SQLite file up to the newest migration, making it if need be. Each migration is one
 * transaction, booked in Prisma's own table; before the first one on existing data a copy of the
 * file is left in `backups` beside it. Returns the names of those applied. One process at a time.
 * @throws StoreRefused for a file from a newer version, an edited migration, one that fails, and where
 * there is no room for the copy
 */
export function migrate(file: string, migrationsFolder: string, now: Date): string[] {
  const known = readMigrations(migrationsFolder);
  if (existsSync(file)) return bringUpToDate(file, known, now);
  // It has its name once it is made: an empty file of that name is none that a kill left.
  const made = `${file}.new`;
  for (const part of [made, `${made}-wal`, `${made}-shm`]) rmSync(part, { force: true });
  const applied = bringUpToDate(made, known, now);
  renameSync(made, file);
  return applied;
}

/** Whether a store is there and no migration waits for it. */
export function isUpToDate(file: string, migrationsFolder: string): boolean {
  if (!existsSync(file)) return false;
  const database = new Sqlite(file);
  try {
    return pendingMigrations(database, readMigrations(migrationsFolder)).length === 0;
  } finally {
    database.close();
  }
}

function bringUpToDate(file: string, known: Migration[], now: Date): string[] {
  const database = new Sqlite(file);
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.exec(BOOKS);
    const pending = pendingMigrations(database, known);
    const hasData = pending.length > 0 && pending.length < known.length;
    const copy = hasData ? backUp(database, file, now) : null;
    for (const migration of pending) {
      try {
        apply(database, migration);
      } catch (error) {
        // Of what is as it was no copy is needed, and each start would leave another.
        if (copy && migration === pending[0]) rmSync(copy);
        throw error;
      }
    }
    return pending.map(({ name }) => name);
  } finally {
    database.close();
  }
}

// The shape that Prisma's own tools read.
const BOOKS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

function pendingMigrations(database: Sqlite.Database, known: Migration[]): Migration[] {
  const applied = database
    .prepare<[], { name: string; checksum: string }>(
      `SELECT "migration_name" AS name, "checksum" FROM "_prisma_migrations"`,
    )
    .all();
  for (const { name, checksum } of applied) {
    const migration = known.find((candidate) => candidate.name === name);
    if (!migration)
      throw new StoreRefused(
        `The data was made by a newer Rehearse (it has the migration ${name}). Update Rehearse and start again.`,
      );
    if (migration.checksum !== checksum)
      throw new StoreRefused(
        `The migration ${name} was edited after it was applied. Restore prisma/migrations/${name} from git.`,
      );
  }
  return known.filter(({ name }) => !applied.some((done) => done.name === name));
}

function apply(database: Sqlite.Database, { name, sql, checksum }: Migration): void {
  // Inside a transaction SQLite ignores the PRAGMA that Prisma writes, and a table's rebuild would
  // then delete what hangs on it by cascade.
  database.pragma("foreign_keys = OFF");
  database.exec("BEGIN IMMEDIATE");
  try {
    database.exec(sql);
    const broken = database.pragma("foreign_key_check");
    if (Array.isArray(broken) && broken.length > 0)
      throw new Error(`${broken.length} rows would point nowhere`);
    database
      .prepare(
        `INSERT INTO "_prisma_migrations"
         ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
         VALUES (?, ?, ?, current_timestamp, 1)`,
      )
      .run(randomUUID(), checksum, name);
    database.exec("COMMIT");
  } catch (error) {
    if (database.inTransaction) database.exec("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreRefused(`The migration ${name} failed and nothing of it was kept: ${reason}`, {
      cause: error,
    });
  } finally {
    database.pragma("foreign_keys = ON");
  }
}
