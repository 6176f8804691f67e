import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaDiff } from "./schema-diff";

const SCHEMA = "prisma/schema.prisma";

/**
 * For developers: writes the SQL from the committed schema to the one in the working tree, and
 * answers where; null when nothing has changed. Read it before committing: SQLite rebuilds tables,
 * and what stands in a migration by hand (checks, partial indexes) is lost unless it is said again.
 */
export async function newMigration(name: string, now: Date): Promise<string | null> {
  const sql = await schemaDiff(committedSchema(), readFileSync(SCHEMA, "utf8"));
  if (!sql.includes(";")) return null;
  const stamp = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = join("prisma/migrations", `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  return join(folder, "migration.sql");
}

function committedSchema(): string | null {
  try {
    return execFileSync("git", ["show", `HEAD:${SCHEMA}`], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return null;
  }
}
