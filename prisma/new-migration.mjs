// For developers: writes the SQL from the committed schema to the one in the working tree.
//   npm run migration -- add-interviews
// Read it before committing: SQLite rebuilds tables, and what stands in a migration by hand
// (checks, partial indexes) is lost in a rebuild unless it is said again.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaDiff } from "./schema-diff.mjs";

const SCHEMA = "prisma/schema.prisma";

const name = process.argv[2] ?? "";
if (!/^[a-z0-9-]+$/.test(name)) fail("Usage: npm run migration -- NAME (a-z, 0-9 and -)");

const sql = await schemaDiff(committedSchema(), readFileSync(SCHEMA, "utf8"));
if (!sql.includes(";")) fail("The schema has not changed since the last commit.");
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = join("prisma/migrations", `${stamp}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "migration.sql"), sql);
process.stdout.write(`Wrote ${folder}/migration.sql\n`);

function committedSchema() {
  try {
    return execFileSync("git", ["show", `HEAD:${SCHEMA}`], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return null;
  }
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
