import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inRoot, ROOT } from "./paths.mjs";

/**
 * SHA-256 over files and folders of the clone, with their names; what is absent counts as such.
 * @param {string[]} names
 * @param {string[]} facts what else the result depends on
 */
export function fingerprintOf(names, facts = []) {
  const hash = createHash("sha256").update(JSON.stringify(facts));
  for (const file of names.flatMap((name) => filesBelow(inRoot(name)))) {
    hash.update(`\n${relative(ROOT, file)}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/**
 * Whether what a stamp stands for was made from just this.
 * @param {string} stamp
 * @param {string} fingerprint
 */
export function isFresh(stamp, fingerprint) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint;
}

/**
 * Written last, inside of what it stands for: a stopped step leaves none.
 * @param {string} stamp
 * @param {string} fingerprint
 */
export function writeStamp(stamp, fingerprint) {
  writeFileSync(stamp, fingerprint);
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSyncOrNull(path);
  if (!entries) return [path];
  return entries
    .filter(({ name }) => name !== "generated")
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesBelow(join(path, name)));
}

/** @param {string} path */
function readdirSyncOrNull(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return null;
    throw error;
  }
}
