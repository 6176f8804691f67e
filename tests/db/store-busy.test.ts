import { once } from "node:events";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { isStoreBusy, StoreBusy, whenFree } from "@/lib/db/store-busy";
import { Turns } from "@/lib/db/turns";
import { aDatabase, aFolder } from "@/tests/support/store";

const AT_ONCE = 0;
const later = () => performance.now() + 10_000;

describe("while another program holds the store", () => {
  test.each<[string, (database: Database) => Promise<unknown>]>([
    ["a write", (store) => store.write((tx) => tx.tag.create({ data: { id: "t", name: "t" } }))],
    [
      "a plain one",
      (store) =>
        store.writePlainly(
          (tx) => tx.$executeRaw`INSERT INTO "Tag" ("id", "name") VALUES ('t', 't')`,
        ),
    ],
  ])("%s waits beside all other work, and what is read is answered", async (_, write) => {
    const file = join(aFolder(), "rehearse.db");
    const database = aDatabase(file);
    const other = held(file);
    let written = false;
    const writing = write(database).then(() => (written = true));
    for (let i = 0; i < 20; i += 1) await turn();
    expect(await database.read.tag.count()).toBe(0);
    expect(written).toBe(false);
    other.exec("COMMIT");
    await writing;
    expect(await database.read.tag.count()).toBe(1);
    other.close();
  });

  test("whoever waited long enough is told, and nothing is written", async () => {
    const file = join(aFolder(), "rehearse.db");
    aDatabase(file);
    const other = held(file);
    const ours = new Sqlite(file, { timeout: 0 });
    const begun = whenFree(() => ours.exec("BEGIN IMMEDIATE"), AT_ONCE);
    await expect(begun).rejects.toThrow(StoreBusy);
    expect(ours.inTransaction).toBe(false);
    for (const one of [ours, other]) one.close();
  });

  test("a store that it is setting up is opened when it has done", async () => {
    const file = join(aFolder(), "rehearse.db");
    aDatabase(file);
    const other = new Sqlite(file);
    other.pragma("locking_mode = EXCLUSIVE");
    other.exec("BEGIN EXCLUSIVE");
    const reading = aDatabase(file).read.tag.count();
    for (let i = 0; i < 5; i += 1) await turn();
    other.exec("COMMIT");
    other.close();
    expect(await reading).toBe(0);
  });
});

describe("taking turns", () => {
  test("is in the order asked, one at a time, whatever becomes of those before", async () => {
    const turns = new Turns();
    const said: string[] = [];
    const one = (name: string) =>
      turns.take(later(), async () => {
        said.push(`${name} begins`);
        await turn();
        said.push(`${name} ends`);
        if (name === "b") throw new Error("on purpose");
      });
    await Promise.allSettled([one("a"), one("b"), one("c")]);
    expect(said).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  });

  test("who waits too long goes away, and those behind don't wait for them", async () => {
    const turns = new Turns();
    const gate = new AbortController();
    const first = turns.take(later(), () => once(gate.signal, "abort"));
    await expect(turns.take(AT_ONCE, async () => "second")).rejects.toThrow(StoreBusy);
    const third = turns.take(later(), async () => "third");
    gate.abort();
    await first;
    expect(await third).toBe("third");
  });
});

test.each<[string, Error, boolean]>([
  ["our own", new StoreBusy("busy"), true],
  ["one of a class bundled twice", Object.assign(new Error("x"), { digest: "store-busy" }), true],
  ["the driver's", coded("SQLITE_BUSY"), true],
  ["the driver's, of a snapshot", coded("SQLITE_BUSY_SNAPSHOT"), true],
  ["the driver's, of our own work", coded("SQLITE_LOCKED"), true],
  ["Prisma's of a statement", coded("P2010", "Code: `5`. Message: `database is locked`"), true],
  ["Prisma's of another statement", coded("P2010", "Code: `1`. Message: `syntax error`"), false],
  ["Prisma's of a timeout", coded("P1008"), true],
  ["Prisma's of a transaction without a turn", coded("P2028"), true],
  ["Prisma's of two writes", coded("P2034"), true],
  ["one that it caused", new Error("x", { cause: coded("SQLITE_BUSY") }), true],
  ["another fault", coded("P2002"), false],
])("a fault that is %s: busy or not", (_, error, busy) => {
  expect(isStoreBusy(error)).toBe(busy);
});

function coded(code: string, message = "x"): Error {
  return Object.assign(new Error(message), { code });
}

/** Another program that is about to write. */
function held(file: string): Sqlite.Database {
  const other = new Sqlite(file);
  other.exec("BEGIN IMMEDIATE");
  return other;
}
