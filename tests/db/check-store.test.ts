import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { noteAsLeft } from "@/lib/db/as-left";
import { checkStore } from "@/lib/db/check-store";
import { foldIn } from "@/lib/db/fold-in";
import { migrate } from "@/lib/db/migrate";
import { realFile } from "@/lib/db/real-file";
import { StoreRefused } from "@/lib/db/store-refused";
import { tryWriting } from "@/lib/db/try-writing";
import { aFolder } from "@/tests/support/store";

const now = new Date("2026-11-28T08:00:00Z");
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000);
const PAGE = 4096;

describe("what is no whole store of ours is refused in one sentence, and stays as it is:", () => {
  test.each<[what: string, spoil: (file: string) => void, sentence: RegExp]>([
    [
      "another kind of file",
      (file) => writeFileSync(file, "My answers, by Ada.\n".repeat(500)),
      /rehearse\.db is no SQLite database\. Nothing was changed\. Move it away and put a copy/,
    ],
    [
      "a file shorter than a header",
      (file) => writeFileSync(file, "SQLite"),
      /is no SQLite database/,
    ],
    [
      "pages full of something else",
      flip,
      /rehearse\.db is damaged \(.*btreeInitPage.*\)\. Nothing was changed\. Move it away/,
    ],
    ["a header with nothing behind it", (file) => truncateSync(file, 100), /is damaged/],
    ["half of its pages", (file) => truncateSync(file, half(file)), /is damaged/],
    ["a page cut", (file) => truncateSync(file, statSync(file).size - 1000), /is damaged/],
    [
      "nothing in it",
      (file) => truncateSync(file, 0),
      /rehearse\.db is empty \(0 bytes\), and Rehearse leaves none so/,
    ],
    [
      "a folder in its place",
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
      /rehearse\.db is a folder, .* Move the folder away, or set DATABASE_URL to another file/,
    ],
    [
      "another program's database",
      (file) => {
        rmSync(file);
        new Sqlite(file).exec("CREATE TABLE notes (id); CREATE TABLE cards (id)").close();
      },
      /holds the data of another program \(its tables are notes, cards\)/,
    ],
    [
      "gone, and its log there",
      (file) => renameSync(file, `${file}-wal`),
      /rehearse\.db is gone, and .+-wal, with the last that was written to it, is there/,
    ],
  ])("%s", (_, spoil, sentence) => {
    const file = aStore();
    spoil(file);
    const before = folderOf(file);
    const said = refusalOf(() => checkStore(file, now));
    expect(said).toMatch(sentence);
    expect(said).not.toContain("\n");
    expect(folderOf(file)).toEqual(before);
  });
});

test("a store that is not there yet is no fault", () => {
  expect(checkStore(join(aFolder(), "rehearse.db"), now)).toEqual(now);
});

test("the newest copy is named, and what lies beside a store is to go with it", () => {
  const file = aStore();
  const folder = join(file, "../backups");
  mkdirSync(folder);
  for (const day of ["2026-11-01", "2026-11-27"])
    writeFileSync(join(folder, `rehearse-before-migration-${day}.db`), "");
  writeFileSync(`${file}-wal`, "");
  truncateSync(file, 0);
  expect(refusalOf(() => checkStore(file, now))).toMatch(
    /Move it and rehearse\.db-wal away .*; the newest that Rehearse made is .+-2026-11-27\.db\.$/,
  );
});

describe("a store that a clean stop left", () => {
  test("is not read anew within a week", () => {
    const file = aStore();
    leave(file);
    flipUnseen(file);
    expect(checkStore(file, daysLater(6))).toEqual(now);
  });

  test.each<[what: string, days: number, change: (file: string) => void]>([
    ["after a week", 8, flipUnseen],
    ["where it was checked in the future", -1, flipUnseen],
    ["when somebody wrote to it", 1, flip],
    ["when it was cut", 1, (file) => truncateSync(file, half(file))],
    [
      "when another lies in its place",
      1,
      (file) => {
        copyFileSync(file, `${file}.copy`);
        flip(`${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
    ],
  ])("is read %s", (_, days, change) => {
    const file = aStore();
    leave(file);
    change(file);
    expect(refusalOf(() => checkStore(file, daysLater(days)))).toMatch(/damaged/);
  });

  test("has everything in its one file", () => {
    const file = aStore();
    const writer = new Sqlite(file);
    writer.exec("CREATE TABLE more (id); INSERT INTO more VALUES (1), (2)");
    expect(foldIn(file)).toBe(true);
    const copy = join(aFolder(), "copy.db");
    copyFileSync(file, copy);
    expect(countIn(copy)).toBe(2);
    writer.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test("keeps in its log what somebody still reads the old state of, and says so", () => {
    const file = aStore();
    const [reader, writer] = [new Sqlite(file), new Sqlite(file)];
    reader.exec("BEGIN; SELECT count(*) FROM sqlite_master");
    writer.exec("CREATE TABLE more (id); INSERT INTO more VALUES (1)");
    expect(foldIn(file)).toBe(false);
    reader.close();
    writer.close();
    expect(countIn(file)).toBe(1);
  });
});

describe("before a start is ready something is written", () => {
  test("and nothing is changed by it", () => {
    const file = aStore();
    new Sqlite(file).exec("PRAGMA user_version = 7").close();
    tryWriting(file);
    expect(new Sqlite(file, { readonly: true }).pragma("user_version", { simple: true })).toBe(7);
  });

  test("a store that another program holds locked is said to be that", () => {
    const file = aStore();
    const other = new Sqlite(file);
    other.exec("BEGIN IMMEDIATE");
    expect(refusalOf(() => tryWriting(file))).toMatch(
      /rehearse\.db is locked by another program\. Close what has it open, and start again\.$/,
    );
    other.close();
  });
});

describe("a store under two names", () => {
  test("is the one that the link leads to", () => {
    const file = aStore();
    const link = join(aFolder(), "mine.db");
    symlinkSync(file, link);
    expect(realFile(link)).toBe(file);
    expect(realFile(file)).toBe(file);
  });

  test("is known before it is there, by its folder", () => {
    const folder = aFolder();
    const link = join(aFolder(), "data");
    symlinkSync(folder, link);
    expect(realFile(join(link, "rehearse.db"))).toBe(join(folder, "rehearse.db"));
  });

  test("is refused where a link leads to nothing, as a disk may be missing", () => {
    const link = join(aFolder(), "rehearse.db");
    symlinkSync("/no/such/disk/rehearse.db", link);
    expect(refusalOf(() => realFile(link))).toMatch(
      /is a link to \/no\/such\/disk\/rehearse\.db, which is not there/,
    );
  });
});

/** A migrated store. */
function aStore(): string {
  const folder = aFolder();
  const file = join(folder, "rehearse.db");
  migrate(file, "prisma/migrations", now);
  return file;
}

function leave(file: string): void {
  foldIn(file);
  noteAsLeft(file, now);
}

/** Writes something else over the page where the reviews begin, as a bad disk does. */
function flip(file: string): void {
  const database = new Sqlite(file);
  const page = database
    .prepare<[], number>("SELECT rootpage FROM sqlite_master WHERE name = 'Review'")
    .pluck()
    .get();
  database.close();
  const descriptor = openSync(file, "r+");
  writeSync(descriptor, Buffer.alloc(PAGE, 0xa5), 0, PAGE, ((page ?? 0) - 1) * PAGE);
  closeSync(descriptor);
}

/** The same without a trace in the file's times. */
function flipUnseen(file: string): void {
  const { atime, mtime, mtimeMs } = statSync(file);
  flip(file);
  utimesSync(file, atime, mtime);
  expect(statSync(file).mtimeMs).toBeCloseTo(mtimeMs, 0);
  noteAsLeft(file, now);
}

const half = (file: string) => Math.floor(statSync(file).size / 2 / PAGE) * PAGE;

function countIn(file: string): unknown {
  const database = new Sqlite(file, { readonly: true });
  try {
    return database.prepare("SELECT count(*) FROM more").pluck().get();
  } finally {
    database.close();
  }
}

function folderOf(file: string): [name: string, bytes: string][] {
  const folder = join(file, "..");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, readFileSync(join(folder, name)).toString("latin1")]);
}

function reasonOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

function refusalOf(work: () => unknown): string {
  const reason = reasonOf(work);
  if (!(reason instanceof StoreRefused)) throw new Error("It was not refused", { cause: reason });
  return reason.message;
}
