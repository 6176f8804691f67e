import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * The SQL that turns one schema into another, for SQLite, without an engine's download.
 * For developers and tests: the package behind it is internal to Prisma and pinned.
 * @param {string | null} from schema text, or null for an empty database
 * @param {string} to schema text
 * @returns {Promise<string>}
 */
export async function schemaDiff(from, to) {
  const engine = await startEngine(to);
  const { stdout } = await engine.diff({
    from: from === null ? { tag: "empty" } : schemaFiles(from),
    to: schemaFiles(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}

/** @param {string} content */
function schemaFiles(content) {
  const tag = /** @type {const} */ ("schemaDatamodel");
  return { tag, files: [{ path: "schema.prisma", content }], configDir: "." };
}

/** @param {string} schema */
async function startEngine(schema) {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bytes = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": wasm });
  Reflect.set(globalThis, "PRISMA_WASM_PANIC_REGISTRY", {
    set_message(/** @type {string} */ message) {
      throw new Error(message);
    },
  });
  wasm.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  return wasm.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: ":memory:" })),
  );
}
