import { mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  alone,
  checkBeside,
  isLongToOpen,
  lockServer,
  openStore,
  openStoreBeside,
} from "@/lib/cli/data-folder";
import { Refusal } from "@/lib/cli/refusal";
import { noteAsLeft } from "@/lib/db/as-left";
import { readEnvironment } from "@/lib/env";
import { aFolder } from "@/tests/support/store";

afterEach(() => void vi.useRealTimers());

describe("a second server is kept off", () => {
  test("the same data folder, under another name too", () => {
    const folder = aFolder();
    const link = join(aFolder(), "data");
    symlinkSync(folder, link);
    lockServer(environment(folder));
    for (const again of [folder, link])
      expect(() => lockServer(environment(again))).toThrow(
        new Refusal(
          `Rehearse runs already with the data in ${again}. Use that one, stop it, or set DATA_DIR to another folder.`,
        ),
      );
  });

  test("the same database from another data folder, through a link too", () => {
    const first = environment(aFolder());
    lockServer(first);
    openStore(first);
    const link = join(aFolder(), "mine.db");
    symlinkSync(first.databaseFile, link);
    for (const file of [first.databaseFile, link])
      expect(() => lockServer(environment(aFolder(), file))).toThrow(
        new Refusal(
          `Rehearse runs already with the database ${file}, from another DATA_DIR. Use that one, stop it, or set DATABASE_URL to another file.`,
        ),
      );
  });

  test("but not another database in the same folder", () => {
    const folder = aFolder();
    lockServer(environment(aFolder(), join(folder, "ada.db")));
    expect(() => lockServer(environment(aFolder(), join(folder, "ben.db")))).not.toThrow();
  });
});

test("who waits is told of a store that is large and has to be read", () => {
  const file = join(aFolder(), "rehearse.db");
  expect(isLongToOpen({ databaseFile: file })).toBe(false);
  writeFileSync(file, "");
  expect(isLongToOpen({ databaseFile: file })).toBe(false);
  // Without a byte on disk.
  truncateSync(file, 300_000_000);
  expect(isLongToOpen({ databaseFile: file })).toBe(true);
  noteAsLeft(file, new Date());
  expect(isLongToOpen({ databaseFile: file })).toBe(false);
});

describe("a command beside a server", () => {
  test("makes the store when it is the first of all, for itself alone", async () => {
    const folder = join(aFolder(), "data");
    await Promise.all([openStoreBeside(environment(folder)), openStoreBeside(environment(folder))]);
    expect(readdirSync(folder)).toEqual(["rehearse.db", "rehearse.db.lock"]);
    expect(() => checkBeside(environment(folder))).not.toThrow();
  });

  test("takes documents in by itself, another one under another data folder too", async () => {
    const first = environment(aFolder());
    const second = environment(aFolder(), first.databaseFile);
    const said: string[] = [];
    const work = (name: string) => async () => {
      said.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      said.push(`${name} ends`);
    };
    await Promise.all([alone(first, work("one")), alone(second, work("other"))]);
    expect(said).toEqual(["one begins", "one ends", "other begins", "other ends"]);
  });

  test("uses the store that the server opened", async () => {
    const served = environment(aFolder());
    lockServer(served);
    openStore(served);
    await expect(openStoreBeside(served)).resolves.toBeUndefined();
  });

  test("never changes the store of an older server that runs", async () => {
    const served = environment(aFolder());
    lockServer(served);
    openStore(served);
    makeOlder(served.databaseFile);
    expect(() => checkBeside(served)).toThrow(
      /was made by an older Rehearse\. Start this one once/,
    );
    vi.useFakeTimers();
    const opened = openStoreBeside(served).catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    expect(await opened).toEqual(
      new Refusal(
        `An older Rehearse runs with the database ${served.databaseFile}. Stop it, and start this again.`,
      ),
    );
    expect(readdirSync(join(served.databaseFile, ".."))).not.toContain("backups");
  });
});

function environment(dataFolder: string, databaseFile?: string) {
  mkdirSync(join(dataFolder, ".."), { recursive: true });
  return readEnvironment({
    DATA_DIR: dataFolder,
    DATABASE_URL: databaseFile && `file:${databaseFile}`,
  });
}

/** As one was before the newest migration. */
function makeOlder(file: string): void {
  const store = new Sqlite(file);
  store.exec(`DELETE FROM _prisma_migrations WHERE migration_name =
    (SELECT max(migration_name) FROM _prisma_migrations)`);
  store.close();
}
