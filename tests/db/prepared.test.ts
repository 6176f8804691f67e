import Sqlite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { keepPrepared } from "@/lib/db/prepared";
import { aDatabase } from "@/tests/support/store";

/** A connection that keeps what it prepared, and what counts how often it did. */
function aConnection() {
  const client = new Sqlite(":memory:");
  const prepare = vi.spyOn(client, "prepare");
  keepPrepared(client);
  return { client, prepare };
}

test("a statement is prepared once, and answers each time for what it is given", () => {
  const { client, prepare } = aConnection();
  client.prepare("CREATE TABLE t (a)").run();
  for (const a of [1, 2]) client.prepare("INSERT INTO t VALUES (?)").bind([a]).run();
  const from = (a: number) => client.prepare("SELECT a FROM t WHERE a >= ?").bind([a]).raw().all();
  expect([from(1), from(2), from(3)]).toEqual([[[1], [2]], [[2]], []]);
  client.prepare("ALTER TABLE t RENAME COLUMN a TO b").run();
  client.prepare("ALTER TABLE t ADD COLUMN a DEFAULT 7").run();
  expect(from(1)).toEqual([[7], [7]]);
  expect(prepare).toHaveBeenCalledTimes(5);
  client.close();
});

test("of many statements those used last are kept, and none that is very long", () => {
  const { client, prepare } = aConnection();
  const ask = (i: number) => client.prepare(`SELECT ${i}`).bind([]).raw().all();
  for (let i = 0; i < 201; i += 1) ask(i);
  ask(200);
  expect(prepare).toHaveBeenCalledTimes(201);
  ask(0);
  expect(prepare).toHaveBeenCalledTimes(202);
  for (const _ of [1, 2])
    client
      .prepare(`SELECT '${"x".repeat(5000)}'`)
      .bind([])
      .raw()
      .all();
  expect(prepare).toHaveBeenCalledTimes(204);
  client.close();
});

test("a statement that fails can be asked again", async () => {
  const database = aDatabase();
  const insert = (path: string) =>
    database.write(
      (tx) => tx.$executeRaw`
      INSERT INTO "Topic" ("id", "key", "path", "title", "position") VALUES ('t', 'a', ${path}, 'A', 0)`,
    );
  await insert("a");
  await expect(insert("b")).rejects.toThrow("UNIQUE");
  await database.write((tx) => tx.topic.deleteMany());
  await insert("c");
  expect(await database.read.topic.findMany()).toMatchObject([{ path: "c" }]);
});
