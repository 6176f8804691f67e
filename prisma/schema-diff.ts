import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * The SQL that turns one schema into another (null: an empty database), for SQLite, without an
 * engine's download. For developers and tests: the package behind it is internal to Prisma and pinned.
 */
export async function schemaDiff(from: string | null, to: string): Promise<string> {
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

function schemaFiles(content: string) {
  const files = [{ path: "schema.prisma", content }];
  return { tag: "schemaDatamodel" as const, files, configDir: "." };
}

async function startEngine(schema: string) {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("@prisma/schema-engine-wasm"));
  const bytes = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": wasm });
  Reflect.set(globalThis, "PRISMA_WASM_PANIC_REGISTRY", {
    set_message(message: string) {
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
