import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { knownWholeSince } from "./as-left";
import { damaged, noDatabase, putBack, refusingStore, StoreRefused } from "./store-refused";

/**
 * Refuses what is no whole store of ours, or can't be written, before anything is written to it; a file
 * that is not there yet is no fault. Answers when all of it was last read and found whole.
 * @throws StoreRefused; the system's error for a file or folder that may not be written
 */
export function checkStore(file: string, now: Date): Date {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) checkAbsent(file);
  else if (found.isDirectory())
    throw new StoreRefused(
      `${file} is a folder, and Rehearse keeps its data in a file of that name. Move the folder away, or set DATABASE_URL to another file.`,
    );
  else checkPresent(file, found);
  for (const path of [dirname(file), file, `${file}-wal`, `${file}-shm`])
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
  if (!found) return now;
  checkHeader(file);
  const { since, faults } = refusingStore(file, () => readWhole(file, now));
  if (faults) throw new StoreRefused(damaged(file, faults));
  return since;
}

function checkAbsent(file: string): void {
  const log = `${file}-wal`;
  if (sizeOf(log) > 0)
    throw new StoreRefused(
      `${file} is gone, and ${log}, with the last that was written to it, is there. Put it back beside that, or move that away too.`,
    );
}

function checkPresent(file: string, { size }: Stats): void {
  // One of ours has its name only when there is something in it.
  if (size === 0)
    throw new StoreRefused(
      `${file} is empty (0 bytes), and Rehearse leaves none so. Nothing was changed. ${putBack(file)}`,
    );
}

const HEADER = "SQLite format 3\0";
/** Where the size of a page stands, in two bytes; see sqlite.org/fileformat2.html */
const PAGE_SIZE_AT = 16;

function checkHeader(file: string): void {
  const descriptor = openSync(file, "r");
  const begin = Buffer.alloc(PAGE_SIZE_AT + 2);
  try {
    readSync(descriptor, begin);
  } finally {
    closeSync(descriptor);
  }
  if (begin.toString("latin1", 0, HEADER.length) !== HEADER)
    throw new StoreRefused(noDatabase(file));
  const pageBytes = begin.readUInt16BE(PAGE_SIZE_AT);
  // SQLite takes what is missing of a page for zeros. 65,536 stands there as 1, which divides any size.
  if (pageBytes > 0 && sizeOf(`${file}-wal`) === 0 && sizeOf(file) % pageBytes > 0)
    throw new StoreRefused(damaged(file, "its last page is cut"));
}

/** Since when the file is known to be whole, or else what is wrong with it. */
function readWhole(file: string, now: Date): { since: Date; faults?: string } {
  // Who may write brings the log into the file when it closes: not into one that may be damaged.
  const database = new Sqlite(file, { readonly: sizeOf(`${file}-wal`) > 0 });
  try {
    checkOwner(database, file);
    const since = knownWholeSince(file, now);
    if (since) return { since };
    const said = String(database.pragma("quick_check(1)", { simple: true }));
    return said === "ok" ? { since: now } : { since: now, faults: said.replaceAll(/\s+/g, " ") };
  } finally {
    database.close();
  }
}

function checkOwner(database: Sqlite.Database, file: string): void {
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all();
  if (tables.length > 0 && !tables.includes("_prisma_migrations"))
    throw new StoreRefused(
      `${file} holds the data of another program (its tables are ${tables.slice(0, 3).join(", ")}). Set DATABASE_URL or DATA_DIR to another place.`,
    );
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
