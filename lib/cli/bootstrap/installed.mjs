import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ROOT } from "./paths.mjs";

/** @typedef {{ version: string, integrity?: string, optional?: boolean }} Package */

/**
 * Whether what npm wrote down as installed in a folder is what the lockfile says, and is there. What it
 * says of packages for other machines changes nothing here.
 * @param {string} [root]
 */
export function isInstalledAsLocked(root = ROOT) {
  try {
    const { "": _, ...locked } = packagesIn(join(root, "package-lock.json"));
    const installed = packagesIn(join(root, "node_modules/.package-lock.json"));
    return (
      Object.entries(installed).every(
        ([path, found]) =>
          isSame(found, locked[path]) && existsSync(join(root, path, "package.json")),
      ) && Object.entries(locked).every(([path, { optional }]) => optional || path in installed)
    );
  } catch {
    return false;
  }
}

/** Whether SQLite, the one package that is compiled, was so for this machine and this Node. */
export function isSqliteOurs() {
  try {
    const Sqlite = createRequire(join(ROOT, "package.json"))("better-sqlite3");
    new Sqlite(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} lockfile
 * @returns {Record<string, Package>}
 */
function packagesIn(lockfile) {
  return JSON.parse(readFileSync(lockfile, "utf8")).packages;
}

/**
 * @param {Package} found
 * @param {Package | undefined} wanted
 */
function isSame(found, wanted) {
  return found.version === wanted?.version && found.integrity === wanted.integrity;
}
