import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import Sqlite from "better-sqlite3";
import { backupFolder } from "./backup-folder";

/** Why a store can't be used, in a sentence for people. Nothing of it was changed. */
export class StoreRefused extends Error {}

/**
 * Does something with a store's file, or a lock; what SQLite has against it is said for people.
 * @throws StoreRefused; anything that is not SQLite's as it is
 */
export function refusingStore<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asRefusal(file, error);
  }
}

/** What SQLite has against a file, for people; any other error as it is. */
export function asRefusal(file: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = error instanceof Sqlite.SqliteError ? error.code : codeInWords(error);
  return code ? new StoreRefused(sentence(file, code, error.message), { cause: error }) : error;
}

/** Prisma passes some on in words alone. */
function codeInWords({ message }: Error): string | undefined {
  if (message.includes("database or disk is full")) return "SQLITE_FULL";
  if (message.includes("database disk image is malformed")) return "SQLITE_CORRUPT";
  if (message.includes("attempt to write a readonly database")) return "SQLITE_READONLY";
  return undefined;
}

function sentence(file: string, code: string, message: string): string {
  // SQLITE_BUSY_SNAPSHOT and SQLITE_BUSY are of one kind.
  switch (code.split("_").slice(0, 2).join("_")) {
    case "SQLITE_NOTADB":
      return noDatabase(file);
    case "SQLITE_CORRUPT":
      return damaged(file, "its pages contradict each other");
    case "SQLITE_BUSY":
    case "SQLITE_LOCKED":
      return `${file} is locked by another program. Close what has it open, and start again.`;
    case "SQLITE_FULL":
      return `There is no room left for ${file}. Make room on its disk, and start again.`;
    default:
      return `${file} can't be written (${code}: ${message}). Look whether its disk is whole and who may write there, and start again.`;
  }
}

/** The sentence for a file that holds something else. */
export function noDatabase(file: string): string {
  return `${file} is no SQLite database. Nothing was changed. ${putBack(file)}`;
}

/** The sentence for a file of which a part is lost. */
export function damaged(file: string, what: string): string {
  return `${file} is damaged (${what}). Nothing was changed. ${putBack(file)}`;
}

/** What to do with a file that can't be used: its log must not be replayed into a copy. */
export function putBack(file: string): string {
  const name = basename(file);
  const beside = [`${name}-wal`, `${name}-shm`].filter((other) =>
    existsSync(join(file, "..", other)),
  );
  const away = `Move ${beside.length > 0 ? ["it", ...beside].join(" and ") : "it"} away`;
  const copy = newestBackup(file);
  return copy
    ? `${away} and put a copy of your data in its place; the newest that Rehearse made is ${copy}.`
    : `${away} and put a copy of your data in its place, or start without one from the beginning.`;
}

function newestBackup(file: string): string | undefined {
  const folder = backupFolder(file);
  if (!existsSync(folder)) return undefined;
  const own = readdirSync(folder).filter((name) => name.endsWith(".db"));
  const [newest] = own.toSorted().toReversed();
  return newest && join(folder, newest);
}
