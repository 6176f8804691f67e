import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { basename, join } from "node:path";
import Sqlite from "better-sqlite3";
import { StoreRefused } from "./store-refused";
import { backupFolder } from "./backup-folder";

/** How the name of a copy ends that is still being written, or was when its writer was killed. */
const HALF = ".half";

/**
 * Leaves a copy of a store in `backups` beside it, and answers its path. It has its name only once it
 * was read whole and is on disk.
 * @throws StoreRefused where there is no room for it and for the change that it is made before
 */
export function backUp(
  database: Sqlite.Database,
  file: string,
  now: Date,
  freeBytes = freeBytesIn,
): string {
  const folder = backupFolder(file);
  mkdirSync(folder, { recursive: true });
  clearHalfBackups(file);
  checkRoom(database, folder, freeBytes);
  const stamp = now.toISOString().replaceAll(":", "-");
  const copy = join(folder, `${basename(file, ".db")}-before-migration-${stamp}.db`);
  if (existsSync(copy)) throw new StoreRefused(`A backup named ${copy} is there already.`);
  const half = `${copy}${HALF}`;
  try {
    database.prepare("VACUUM INTO ?").run(half);
    checkCopy(half);
    sync(half);
  } catch (error) {
    clearHalfBackups(file);
    throw error;
  }
  renameSync(half, copy);
  sync(folder);
  return copy;
}

/** Removes what a start that was killed left of a copy. */
export function clearHalfBackups(file: string): void {
  const folder = backupFolder(file);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (name.includes(`.db${HALF}`)) rmSync(join(folder, name), { force: true });
}

/** A migration that rebuilds all tables needs as much again, until it is done. */
const TIMES = 2;

function checkRoom(
  database: Sqlite.Database,
  folder: string,
  freeBytes: (folder: string) => number,
): void {
  const pages = Number(database.pragma("page_count", { simple: true }));
  const pageBytes = Number(database.pragma("page_size", { simple: true }));
  const needed = TIMES * pages * pageBytes;
  const free = freeBytes(folder);
  if (free < needed)
    throw new StoreRefused(
      `This version changes the shape of your data and leaves a copy before. That needs ${Math.ceil(needed / A_MEGABYTE)} MB in ${folder}, and ${Math.floor(free / A_MEGABYTE)} MB are free. Make room and start again; nothing was changed.`,
    );
}

/** Some file systems over a network don't tell. */
function freeBytesIn(folder: string): number {
  const { bavail, bsize, blocks } = statfsSync(folder);
  return blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize;
}

const A_MEGABYTE = 1_000_000;

function checkCopy(copy: string): void {
  const database = new Sqlite(copy, { readonly: true });
  try {
    const found = database.pragma("quick_check(1)", { simple: true });
    if (found !== "ok") throw new Error(`The copy ${copy} is not whole: ${String(found)}`);
  } finally {
    database.close();
  }
}

/** Has a file, or the names in a folder, on disk before anything else is done. */
function sync(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
