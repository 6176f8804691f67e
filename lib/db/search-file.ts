import { rmSync } from "node:fs";
import Sqlite from "better-sqlite3";
import type { SearchTerm } from "@/lib/domain/search-query";
import { wordsOf } from "@/lib/domain/search-tokens";
import type { QuestionTexts } from "./search-texts";

/** A change of a question's texts. */
export type Change = { seq: number; questionId: string };

/** What is looked for: whose words, and in which of a question's texts; null for all together. */
type Asked = {
  learnerId: string;
  terms: readonly SearchTerm[];
  where: "prompt" | "points" | null;
};

/** Of another one, nothing is understood. */
const VERSION = 1;

// The words come in one form, parted by spaces: whatever is no ASCII sign belongs to one. What begins with
// two or three letters is looked up; to gather it among all words would take a hundred times as long.
const SHAPE = `
  PRAGMA user_version = ${VERSION};
  CREATE TABLE "Last" ("seq" INTEGER NOT NULL, "questionId" TEXT NOT NULL);
  CREATE TABLE "Entry" ("id" INTEGER PRIMARY KEY, "questionId" TEXT NOT NULL, "learnerId" TEXT);
  CREATE INDEX "Entry_questionId" ON "Entry" ("questionId", "learnerId");
  CREATE VIRTUAL TABLE "Words" USING fts5 (
    prompt, points, notes, answer,
    content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
  );`;

/** To rank many questions takes longer than one waits while typing. */
const MOST_RANKED = 5000;
/** A word in a prompt or a point says more of what its question is about than one in its answer. */
const RANK = `bm25("Words", 10, 5, 5, 1)`;

const FIND = `
  SELECT e."questionId" FROM "Words" w JOIN "Entry" e ON e."id" = w.rowid
  WHERE w."Words" MATCH :match AND (e."learnerId" = :learnerId OR e."learnerId" IS NULL AND NOT EXISTS (
    SELECT 1 FROM "Entry" own WHERE own."questionId" = e."questionId" AND own."learnerId" = :learnerId
  ))
  ORDER BY `;

/**
 * The words of questions in SQLite's FTS5 (sqlite.org/fts5.html), without the texts, in a file of its
 * own. One that can't be read is made anew.
 */
export class SearchFile {
  readonly #path: string;
  #opened: Opened | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** The last change that is in it; 0 before the first. */
  last(): Change {
    return this.#using(({ last }) => last.get()) ?? { seq: 0, questionId: "" };
  }

  /** Forgets everything. */
  begin(): void {
    this.close();
    this.#remove();
  }

  /** Puts the texts of questions in place of what was known of these, up to a change. */
  put(questionIds: readonly string[], texts: readonly QuestionTexts[], upTo: Change): void {
    // To part them into words takes the longest, and needs no transaction.
    const entries = texts.map((one) => ({
      ...one,
      words: [
        wordsOf(one.prompt),
        wordsOf(one.keyPoints.join("\n")),
        wordsOf(one.notes.join("\n")),
        wordsOf(one.answer ?? ""),
      ],
    }));
    this.#using(({ store, entriesOf, removeWords, removeEntry, addEntry, addWords, setLast }) =>
      store.transaction(() => {
        for (const questionId of questionIds)
          for (const id of entriesOf.all(questionId)) {
            removeWords.run(id);
            removeEntry.run(id);
          }
        for (const { questionId, learnerId, words } of entries) {
          const { lastInsertRowid } = addEntry.run(questionId, learnerId);
          addWords.run(lastInsertRowid, ...words);
        }
        store.exec(`DELETE FROM "Last"`);
        setLast.run(upTo.seq, upTo.questionId);
      })(),
    );
  }

  /**
   * Gives the ids of questions that say all that is asked until it is enough: of a few thousand the best
   * first (BM25), of more in the order they came.
   */
  find({ learnerId, terms, where }: Asked, giveNext: (questionId: string) => boolean): void {
    if (terms.length === 0) return;
    const match = terms.map(phraseOf).join(" AND ");
    const columns = where === null ? "" : `{${COLUMNS[where]}} : `;
    this.#using(({ entryCount, findRanked, findInOrder }) => {
      const isSmall = (entryCount.get() ?? 0) <= MOST_RANKED;
      const find = isSmall ? findRanked : findInOrder;
      for (const id of find.iterate({ match: `${columns}(${match})`, learnerId }))
        if (!giveNext(id)) break;
    });
  }

  close(): void {
    this.#opened?.store.close();
    this.#opened = null;
  }

  /** @throws what SQLite says, unless it is that the file is damaged */
  #using<T>(work: (opened: Opened) => T): T {
    try {
      return work((this.#opened ??= open(this.#path)));
    } catch (error) {
      if (!isDamaged(error)) throw error;
      this.begin();
      return work((this.#opened = open(this.#path)));
    }
  }

  #remove(): void {
    for (const part of ["", "-wal", "-shm"]) rmSync(`${this.#path}${part}`, { force: true });
  }
}

const COLUMNS = { prompt: "prompt", points: "points notes" };

/** The words hold letters and digits alone: nothing in them is a sign to FTS5. */
function phraseOf({ words, isBeginning }: SearchTerm): string {
  return `"${words.join(" ")}"${isBeginning ? " *" : ""}`;
}

type Opened = ReturnType<typeof open>;

function open(path: string) {
  const store = new Sqlite(path);
  // What a power cut takes with it is read again.
  store.pragma("journal_mode = WAL");
  store.pragma("synchronous = NORMAL");
  const version = store.pragma("user_version", { simple: true });
  if (version === 0) store.exec(`BEGIN; ${SHAPE} COMMIT;`);
  else if (version !== VERSION) {
    store.close();
    throw new AnotherShape();
  }
  const find = (order: string) =>
    store.prepare<[{ match: string; learnerId: string }], string>(FIND + order).pluck();
  return {
    store,
    last: store.prepare<[], Change>(`SELECT "seq", "questionId" FROM "Last"`),
    setLast: store.prepare(`INSERT INTO "Last" VALUES (?, ?)`),
    entriesOf: store
      .prepare<[string], number>(`SELECT "id" FROM "Entry" WHERE "questionId" = ?`)
      .pluck(),
    removeWords: store.prepare(`DELETE FROM "Words" WHERE rowid = ?`),
    removeEntry: store.prepare(`DELETE FROM "Entry" WHERE "id" = ?`),
    addEntry: store.prepare(`INSERT INTO "Entry" ("questionId", "learnerId") VALUES (?, ?)`),
    addWords: store.prepare(
      `INSERT INTO "Words" (rowid, prompt, points, notes, answer) VALUES (?, ?, ?, ?, ?)`,
    ),
    entryCount: store
      .prepare<[], number>(`SELECT COUNT(*) FROM (SELECT 1 FROM "Entry" LIMIT ${MOST_RANKED + 1})`)
      .pluck(),
    findRanked: find(`${RANK}, w.rowid`),
    findInOrder: find("w.rowid"),
  };
}

class AnotherShape extends Error {}

function isDamaged(error: unknown): boolean {
  if (error instanceof AnotherShape) return true;
  return error instanceof Sqlite.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
}
