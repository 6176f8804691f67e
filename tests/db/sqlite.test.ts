import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { foldIn } from "@/lib/db/fold-in";
import { holdLock } from "@/lib/db/lock";
import { aDatabase, aFolder } from "@/tests/support/store";
import { databaseSuite } from "./database-suite";

databaseSuite("SQLite", () => aDatabase());

test("every connection is opened with the settings that durability needs", async () => {
  const database = aDatabase();
  const settings = await database.write(async (tx) => {
    await tx.tag.deleteMany();
    return Promise.all(
      ["journal_mode", "synchronous", "foreign_keys"].map((name) =>
        tx.$queryRawUnsafe<object[]>(`PRAGMA ${name}`),
      ),
    );
  });
  expect(settings.map((rows) => Object.values(rows[0] ?? {}).map(String))).toEqual([
    ["wal"],
    ["2"],
    ["1"],
  ]);
});

test("where a newer Prisma begins its transactions in another way, the first write says so", async () => {
  const connect = vi.spyOn(PrismaBetterSqlite3.prototype, "connect");
  onTestFinished(() => connect.mockRestore());
  const database = aDatabase();
  await database.read.tag.count();
  const adapter = await connect.mock.results[0]?.value;
  const another = Object.create(adapter, {
    startTransaction: { value: () => adapter.executeScript("BEGIN TRANSACTION") },
  });
  connect.mockResolvedValue(another);
  await expect(database.write((tx) => tx.tag.deleteMany())).rejects.toThrow("in another way");
});

test("a store that is closed has everything in one file, whoever was still reading", async () => {
  const file = join(aFolder(), "rehearse.db");
  const database = aDatabase(file);
  const snapshot = await database.snapshot();
  await database.write((tx) => tx.tag.create({ data: { id: "1", name: "iam" } }));
  await database.close();
  expect(foldIn(file)).toBe(true);
  expect(readdirSync(dirname(file))).toEqual(["rehearse.db"]);
  await snapshot.close();
});

test("a lock is held against others, and is free again when its holder is killed", async () => {
  const file = join(aFolder(), "server.lock.db");
  const holder = spawn(process.execPath, [
    "-e",
    `const d = require("better-sqlite3")(${JSON.stringify(file)}); d.exec("BEGIN EXCLUSIVE"); console.log("held"); setInterval(() => d, 1000)`,
  ]);
  await once(holder.stdout, "data");
  expect(holdLock(file)).toBeNull();
  holder.kill("SIGKILL");
  await once(holder, "close");
  const lock = holdLock(file);
  expect(lock).not.toBeNull();
  expect(holdLock(file)).toBeNull();
  lock?.release();
});

test.each([`"learnerId" IS NULL`, `("learnerId" IS NULL OR "learnerId" = 'x')`])(
  "key points of some questions where %s are looked up by question, not among all that there are",
  async (whose) => {
    const ids = Array.from({ length: 25 }, (_, i) => `'${i}'`).join();
    const plan = await aDatabase().read.$queryRawUnsafe<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN SELECT * FROM "KeyPoint" WHERE "questionId" IN (${ids}) AND ${whose}`,
    );
    expect(plan.map(({ detail }) => detail)).toEqual([
      "SEARCH KeyPoint USING INDEX KeyPoint_questionId_idx (questionId=?)",
    ]);
  },
);
