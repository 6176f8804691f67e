import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Sqlite from "better-sqlite3";

type Migration = { name: string; sql: string; checksum: string };

/** Why the store can't be brought up to date, in a sentence for people. Nothing was changed. */
export class MigrationRefused extends Error {}

/**
 * Brings a SQLite file up to the newest migration, making it if need be. Each migration is one
 * transaction, booked in Prisma's own table; before the first one on existing data a copy of the
 * file is left in `backups` beside it. Returns the names of those applied.
 * @throws MigrationRefused for a file from a newer version, an edited migration, or one that fails
 */
export function migrate(file: string, migrationsFolder: string, now: Date): string[] {
  const known = readMigrations(migrationsFolder);
  const database = new Sqlite(file);
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.exec(BOOKS);
    const pending = pendingMigrations(database, known);
    const hasData = pending.length > 0 && pending.length < known.length;
    if (hasData) backUp(database, file, now);
    for (const migration of pending) apply(database, migration);
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
      throw new MigrationRefused(
        `The data was made by a newer Rehearse (it has the migration ${name}). Update Rehearse and start again.`,
      );
    if (migration.checksum !== checksum)
      throw new MigrationRefused(
        `The migration ${name} was edited after it was applied. Restore prisma/migrations/${name} from git.`,
      );
  }
  return known.filter(({ name }) => !applied.some((done) => done.name === name));
}

function backUp(database: Sqlite.Database, file: string, now: Date): void {
  const folder = join(dirname(file), "backups");
  mkdirSync(folder, { recursive: true });
  const stamp = now.toISOString().replaceAll(":", "-");
  const copy = join(folder, `${basename(file, ".db")}-before-migration-${stamp}.db`);
  if (existsSync(copy)) throw new MigrationRefused(`A backup named ${copy} is there already.`);
  database.prepare("VACUUM INTO ?").run(copy);
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
    throw new MigrationRefused(
      `The migration ${name} failed and nothing of it was kept: ${reason}`,
      { cause: error },
    );
  } finally {
    database.pragma("foreign_keys = ON");
  }
}
