import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { backUp, clearHalfBackups } from "@/lib/db/backup";
import { isUpToDate, migrate } from "@/lib/db/migrate";
import { StoreRefused } from "@/lib/db/store-refused";
import { schemaDiff } from "@/prisma/schema-diff";
import { aFolder } from "@/tests/support/store";

const now = new Date("2026-11-24T19:00:00Z");

describe("bringing a store up to date", () => {
  test("applies each migration once", () => {
    const { file, migrations } = aPlace();
    expect(migrate(file, migrations, now)).toEqual(["1_parents", "2_children"]);
    expect(migrate(file, migrations, now)).toEqual([]);
  });

  test("a migration that fails leaves nothing behind, nor does it book itself", () => {
    const { file, migrations } = aPlace();
    migrate(file, migrations, now);
    const before = dump(file);
    add(migrations, "3_bad", "CREATE TABLE half (id TEXT); INSERT INTO nowhere VALUES (1);");
    expect(() => migrate(file, migrations, now)).toThrow(/3_bad failed and nothing of it was kept/);
    expect(dump(file)).toEqual(before);
  });

  test("rebuilding a table keeps what hangs on it", () => {
    const { file, migrations } = aPlace();
    migrate(file, migrations, now);
    fill(file);
    add(
      migrations,
      "3_rebuild",
      `PRAGMA foreign_keys=OFF;
       CREATE TABLE new_parent (id TEXT PRIMARY KEY, name TEXT);
       INSERT INTO new_parent (id) SELECT id FROM parent;
       DROP TABLE parent;
       ALTER TABLE new_parent RENAME TO parent;
       PRAGMA foreign_keys=ON;`,
    );
    migrate(file, migrations, now);
    expect(rows(file, "SELECT count(*) AS n FROM child")).toEqual([{ n: 100 }]);
  });

  test("a migration that leaves rows pointing nowhere is taken back", () => {
    const { file, migrations } = aPlace();
    migrate(file, migrations, now);
    fill(file);
    add(migrations, "3_orphans", "DELETE FROM parent;");
    expect(() => migrate(file, migrations, now)).toThrow(/100 rows would point nowhere/);
    expect(rows(file, "SELECT count(*) AS n FROM parent")).toEqual([{ n: 1 }]);
  });

  test("a copy is left before existing data is changed", () => {
    const { folder, file, migrations } = aPlace();
    migrate(file, migrations, now);
    fill(file);
    add(migrations, "3_more", "CREATE TABLE more (id TEXT);");
    migrate(file, migrations, now);
    const [copy = ""] = readdirSync(join(folder, "backups"));
    expect(rows(join(folder, "backups", copy), "SELECT count(*) AS n FROM child")).toEqual([
      { n: 100 },
    ]);
  });

  test("a copy has its name once it is whole, and what a killed start left of one goes", () => {
    const { folder, file, migrations } = aPlace();
    migrate(file, migrations, now);
    const backups = join(folder, "backups");
    mkdirSync(backups);
    writeFileSync(join(backups, "store-before-migration-1.db"), "an older one");
    for (const half of [
      "store-before-migration-2.db.half",
      "store-before-migration-2.db.half-journal",
    ])
      writeFileSync(join(backups, half), "half of on");
    clearHalfBackups(file);
    expect(readdirSync(backups)).toEqual(["store-before-migration-1.db"]);
    clearHalfBackups(join(folder, "elsewhere/store.db"));
  });

  test("a copy that can't be made whole leaves nothing under a good name", () => {
    const { folder, file, migrations } = aPlace();
    migrate(file, migrations, now);
    fill(file);
    const bytes = readFileSync(file);
    bytes.fill(0xa5, bytes.length - 4096);
    writeFileSync(file, bytes);
    const store = new Sqlite(file);
    expect(() => backUp(store, file, now)).toThrow(/malformed/);
    store.close();
    expect(readdirSync(join(folder, "backups"))).toEqual([]);
  });

  test("without room for a copy nothing is begun, and it says how much is needed and where", () => {
    const { folder, file, migrations } = aPlace();
    migrate(file, migrations, now);
    fill(file);
    const store = new Sqlite(file);
    expect(() => backUp(store, file, now, () => 1000)).toThrow(
      new StoreRefused(
        `This version changes the shape of your data and leaves a copy before. That needs 1 MB in ${join(folder, "backups")}, and 0 MB are free. Make room and start again; nothing was changed.`,
      ),
    );
    store.close();
    expect(readdirSync(join(folder, "backups"))).toEqual([]);
  });

  test("a migration that fails leaves no copy of what is as it was", () => {
    const { folder, file, migrations } = aPlace();
    migrate(file, migrations, now);
    add(migrations, "3_bad", "INSERT INTO nowhere VALUES (1);");
    for (const later of [0, 1000])
      expect(() => migrate(file, migrations, new Date(now.getTime() + later))).toThrow(/3_bad/);
    expect(readdirSync(join(folder, "backups"))).toEqual([]);
  });

  test("a start that was killed while it made the store is begun anew", () => {
    const { folder, file, migrations } = aPlace();
    writeFileSync(`${file}.new`, "half of on");
    migrate(file, migrations, now);
    expect(isUpToDate(file, migrations)).toBe(true);
    expect(readdirSync(folder)).toEqual(["migrations", "store.db"]);
  });

  test("it is known whether a migration waits, without a change", () => {
    const { file, migrations } = aPlace();
    expect(isUpToDate(file, migrations)).toBe(false);
    migrate(file, migrations, now);
    add(migrations, "3_more", "CREATE TABLE more (id TEXT);");
    expect(isUpToDate(file, migrations)).toBe(false);
    migrate(file, migrations, now);
    expect(isUpToDate(file, migrations)).toBe(true);
  });

  test("an edited migration is refused", () => {
    const { file, migrations } = aPlace();
    migrate(file, migrations, now);
    add(migrations, "2_children", "SELECT 1;");
    expect(() => migrate(file, migrations, now)).toThrow(/2_children was edited/);
  });

  test("data from a newer version is refused", () => {
    const { folder, file, migrations } = aPlace();
    const older = join(folder, "older");
    cpSync(join(migrations, "1_parents"), join(older, "1_parents"), { recursive: true });
    migrate(file, migrations, now);
    expect(() => migrate(file, older, now)).toThrow(/newer Rehearse/);
  });
});

test("the migrations add up to the schema", async () => {
  const folder = aFolder();
  const migrated = join(folder, "migrated.db");
  migrate(migrated, "prisma/migrations", now);
  const wanted = new Sqlite(join(folder, "wanted.db"));
  wanted.exec(await schemaDiff(null, readFileSync("prisma/schema.prisma", "utf8")));
  wanted.close();
  expect(structure(migrated)).toEqual(structure(join(folder, "wanted.db")));
});

test("what reviews said before points could be said wrongly keeps its meaning, under ids in small letters", () => {
  const file = aStoreBefore("what-a-review-says", A_REVIEW_IN_CAPITALS);
  migrate(file, "prisma/migrations", now);
  expect(rows(file, `SELECT * FROM "ReviewPoint"`)).toEqual([
    { reviewId: "ab", keyPointId: "1", outcome: "recalled" },
    { reviewId: "ab", keyPointId: "2", outcome: "missed" },
  ]);
  expect(
    rows(file, `SELECT r."id", r."sessionId", m."lastReviewId" FROM "Review" r, "Memory" m`),
  ).toEqual([{ id: "ab", sessionId: "cd", lastReviewId: "ab" }]);
});

test("of reviews stored before, each is told which of its question it was, by what had arrived", () => {
  const file = aStoreBefore(
    "which-review-it-was",
    `${A_QUESTION}
    ${aReview({ id: "first", countedAt: 1, receivedAt: 1 })}
    ${aReview({ id: "taken back", countedAt: 2, receivedAt: 2, undoneAt: 3 })}
    ${aReview({ id: "practice", countedAt: 3, receivedAt: 3, counts: 0 })}
    ${aReview({ id: "newest", countedAt: 9, receivedAt: 9 })}
    ${aReview({ id: "late", countedAt: 5, receivedAt: 12 })}
    ${aReview({ id: "newer", countedAt: 15, receivedAt: 15 })}`,
  );
  migrate(file, "prisma/migrations", now);
  expect(rows(file, `SELECT "id", "repsGiven" AS reps FROM "Review" ORDER BY "countedAt"`)).toEqual(
    [
      { id: "first", reps: 1 },
      { id: "taken back", reps: 2 },
      { id: "practice", reps: null },
      { id: "late", reps: 2 },
      { id: "newest", reps: 2 },
      { id: "newer", reps: 4 },
    ],
  );
});

describe("a memory stored before is emptied, to be made again from its log", () => {
  const STEPS = { relearningStepsMinutes: [10, 60, 240] };

  test.each([
    ["where several steps kept it too low", STEPS, {}, 3, null],
    ["where they once did", {}, { phaseGiven: "relearning", stepGiven: 1 }, 3, null],
    ["where its newest review knew fewer than there are", {}, { repsGiven: 2 }, 3, null],
    ["not where it was reviewed once", STEPS, { repsGiven: 1 }, 1, 5],
    ["not where there is one step", { relearningStepsMinutes: [10] }, {}, 3, 5],
    ["not where no one chose anything", {}, {}, 3, 5],
  ])("%s", (_, settings, review, reps, stability) => {
    const file = aStoreBefore(
      "memories-to-be-replayed",
      `${A_QUESTION}
      UPDATE "Learner" SET "settings" = '${JSON.stringify(settings)}';
      ${aReview({ id: "r", countedAt: 9, receivedAt: 9, repsGiven: 3, ...review })}
      ${aMemory({ reps, lastReviewId: "r" })}`,
    );
    migrate(file, "prisma/migrations", now);
    expect(rows(file, `SELECT "stability" FROM "Memory"`)).toEqual([{ stability }]);
  });
});

/** A store as it was before a migration, with what the SQL puts into it. */
function aStoreBefore(migration: string, sql: string): string {
  const folder = aFolder();
  const all = readdirSync("prisma/migrations");
  const [next = ""] = all.filter((name) => name.endsWith(migration));
  for (const name of all.filter((each) => each < next))
    cpSync(join("prisma/migrations", name), join(folder, "older", name), { recursive: true });
  const file = join(folder, "store.db");
  migrate(file, join(folder, "older"), now);
  const database = new Sqlite(file);
  database.pragma("foreign_keys = OFF");
  database.exec(sql);
  database.close();
  return file;
}

/** A review that counts, of the one question; times are any numbers that grow. */
function aReview(values: Record<string, string | number>): string {
  return insert("Review", {
    learnerId: "l",
    questionId: "q",
    versionId: "v",
    rating: 3,
    mode: "scheduled",
    counts: 1,
    saidAt: 0,
    utcOffsetMinutes: 0,
    studyDay: 0,
    durationMs: 0,
    assessed: 0,
    phaseBefore: "new",
    desiredRetention: 0.9,
    contentHash: "",
    ...values,
  });
}

function aMemory(values: Record<string, string | number>): string {
  const marks = { suspended: 0, flagged: 0, leech: 0 };
  const seen = { phase: "review", step: 0, stability: 5, lapses: 0, ...marks };
  return insert("Memory", { learnerId: "l", questionId: "q", ...seen, ...values });
}

function insert(table: string, row: Record<string, string | number>): string {
  const columns = Object.keys(row).map((name) => `"${name}"`);
  const texts = Object.values(row).map((value) =>
    typeof value === "number" ? value : `'${value}'`,
  );
  return `INSERT INTO "${table}" (${columns.join(", ")}) VALUES (${texts.join(", ")});`;
}

/** With all that it hangs on, so that no row points nowhere. */
const A_QUESTION = `
  INSERT INTO "Learner" VALUES ('l', 'UTC', 4, '{}', 0);
  INSERT INTO "Topic" ("id", "key", "path", "title", "position") VALUES ('t', 't', 't', 'T', 0);
  INSERT INTO "Document" ("id", "origin", "path", "title", "sha256", "extractorVersion", "encodingRepairs", "problems", "takenInAt")
    VALUES ('d', 'content', 'a.md', 'A', '', '', 0, '[]', 0);
  INSERT INTO "Question" ("id", "documentId", "topicId", "position", "line", "promptKey", "kind") VALUES ('q', 'd', 't', 0, 1, '', 'open');
  INSERT INTO "QuestionText" ("hash", "prompt") VALUES ('h', 'P');
  INSERT INTO "QuestionVersion" ("id", "questionId", "hash", "since") VALUES ('v', 'q', 'h', 0);`;

const A_REVIEW_IN_CAPITALS = `${A_QUESTION}
  INSERT INTO "Session" ("id", "learnerId", "kind", "scope", "startedAt") VALUES ('CD', 'l', 'scheduled', '', 0);
  INSERT INTO "KeyPoint" ("id", "questionId", "position", "text", "core", "extractorVersion") VALUES ('1', 'q', 0, '', 0, ''), ('2', 'q', 1, '', 0, '');
  ${aReview({ id: "AB", sessionId: "CD", receivedAt: 0, countedAt: 0, assessed: 1 })}
  INSERT INTO "ReviewPoint" VALUES ('AB', '1', 1), ('AB', '2', 0);
  INSERT INTO "Memory" ("learnerId", "questionId", "phase", "step", "reps", "lapses", "lastReviewId", "suspended", "flagged", "leech")
    VALUES ('l', 'q', 'new', 0, 0, 0, 'AB', 0, 0, 0);`;

/** A place with two migrations: parents, and children that go with them by cascade. */
function aPlace() {
  const folder = aFolder();
  const migrations = join(folder, "migrations");
  add(migrations, "1_parents", "CREATE TABLE parent (id TEXT PRIMARY KEY);");
  add(
    migrations,
    "2_children",
    "CREATE TABLE child (id TEXT PRIMARY KEY, parent TEXT REFERENCES parent (id) ON DELETE CASCADE);",
  );
  return { folder, file: join(folder, "store.db"), migrations };
}

function add(migrations: string, name: string, sql: string): void {
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, "migration.sql"), sql);
}

function fill(file: string): void {
  const database = new Sqlite(file);
  database.exec(`INSERT INTO parent VALUES ('p');
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
    INSERT INTO child SELECT i, 'p' FROM n;`);
  database.close();
}

function rows(file: string, sql: string): unknown[] {
  const database = new Sqlite(file, { readonly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

function dump(file: string): unknown[] {
  return [
    rows(file, "SELECT sql FROM sqlite_master ORDER BY name"),
    rows(file, "SELECT migration_name FROM _prisma_migrations ORDER BY migration_name"),
  ];
}

/** Columns, keys and foreign keys of every table; checks and partial indexes stand in the SQL alone. */
function structure(file: string): unknown {
  return rows(
    file,
    `SELECT m.name AS tableName, c.name, c.type, c."notnull", c.pk,
       (SELECT group_concat(f."table" || ' ' || f.on_delete) FROM pragma_foreign_key_list(m.name) f
        WHERE f."from" = c.name) AS points,
       (SELECT group_concat(i.name) FROM pragma_index_list(m.name) i, pragma_index_info(i.name) x
        WHERE x.name = c.name AND NOT i.partial AND i.origin = 'c') AS indexes
     FROM sqlite_master m, pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.name <> '_prisma_migrations' AND m.name NOT LIKE 'sqlite_%'
     ORDER BY m.name, c.cid`,
  );
}
