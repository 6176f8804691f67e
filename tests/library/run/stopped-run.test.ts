import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { aDocument, type QuestionText } from "@/tests/support/markdown";
import { aFolder } from "@/tests/support/store";
import { AFTER, BEFORE } from "@/tests/support/unclear";

const FILES = 24;
const KILLED_AFTER = [1, 7, 15];

test("a run that is killed leaves every document wholly old or wholly new, and the next one ends as if nothing had been", async () => {
  const folder = aFolder();
  await ended(ingest(folder, "base", 0));
  copyData(folder, "base", "whole");
  await ended(ingest(folder, "whole", 1));
  const wanted = stateOf(folder, "whole");
  expect(wanted.asks.map(({ kind }) => kind).toSorted()).toEqual(["duplicate", "retire", "same"]);
  expect(wanted.runs).toEqual([true, true]);

  for (const documents of KILLED_AFTER) {
    const data = `stopped-${documents}`;
    copyData(folder, "base", data);
    const child = ingest(folder, data, 1);
    await killAfter(child, join(folder, data, "rehearse.db"), documents);
    expect(await ended(child)).toBe("SIGKILL");
    expect(brokenPairs(folder, data)).toEqual([]);
    await ended(ingest(folder, data, 1));
    expect(stateOf(folder, data)).toEqual(wanted);
  }
}, 240_000);

/** Three questions a file; in the second edition neighbours exchange their last one, and more. */
function edition(n: 0 | 1): Record<string, string> {
  const files = Array.from({ length: FILES }, (_, i) => {
    const from = n === 0 ? i : i ^ 1;
    return [`${name(i)}.md`, [asked(i, 0), asked(i, 1, n), asked(from, 2)]] as const;
  });
  const texts = new Map<string, QuestionText[]>(
    files.map(([path, questions]) => [path, [...questions]]),
  );
  if (n === 1) {
    texts.set("unclear.md", [AFTER, OTHER]);
    texts.get(`${name(3)}.md`)?.push({ prompt: prompt(6, 0), answer: "Something else." });
    texts.delete(`${name(4)}.md`);
    texts.delete(`${name(5)}.md`);
    for (let i = 8; i < FILES; i += 1) texts.get(`${name(i)}.md`)?.splice(0, 2);
  } else texts.set("unclear.md", [BEFORE, OTHER]);
  return Object.fromEntries([...texts].map(([path, questions]) => [path, aDocument(...questions)]));
}

const OTHER = { prompt: "Who owns a zone?", answer: "Whom its parent names." };

function name(i: number): string {
  return `file-${String(i).padStart(2, "0")}`;
}

function prompt(i: number, q: number): string {
  return `Why part${i}x${q} unit${i}x${q} case${i}x${q}?`;
}

function asked(i: number, q: number, n = 0): QuestionText {
  const answer = `It keeps thing${i}x${q} and item${i}x${q} from load${i}x${q}.`;
  return { prompt: prompt(i, q), answer: n === 0 ? answer : `${answer} And well.` };
}

/** Takes an edition in with data of its own, as the command does, in a process of its own. */
function ingest(folder: string, data: string, which: 0 | 1): ChildProcess {
  const content = join(folder, "content");
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content);
  for (const [path, text] of Object.entries(edition(which)))
    writeFileSync(join(content, path), text);
  return spawn(process.execPath, ["lib/cli/rehearse.mjs", "ingest", content], {
    env: { ...process.env, DATA_DIR: join(folder, data), CONTENT_DIR: content },
    stdio: "ignore",
  });
}

/** The signal that ended it; null when it came to its end. */
async function ended(child: ChildProcess): Promise<NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.signalCode;
}

function copyData(folder: string, from: string, to: string): void {
  mkdirSync(join(folder, to));
  const store = new Sqlite(join(folder, from, "rehearse.db"));
  store.prepare("VACUUM INTO ?").run(join(folder, to, "rehearse.db"));
  store.close();
}

/** Kills a run as soon as it has written so many documents. */
async function killAfter(child: ChildProcess, file: string, documents: number): Promise<void> {
  const store = new Sqlite(file, { readonly: true });
  const written = store
    .prepare<[], number>(
      `SELECT COUNT(*) FROM "Document"
       WHERE "takenInAt" >= (SELECT "startedAt" FROM "IngestRun" WHERE "finishedAt" IS NULL)`,
    )
    .pluck();
  while (child.exitCode === null && (written.get() ?? 0) < documents) await wait(1);
  child.kill("SIGKILL");
  store.close();
}

/** Neighbours of which one is as it was and the other as it will be. */
function brokenPairs(folder: string, data: string): string[] {
  const { questions } = stateOf(folder, data);
  const at = (i: number, q: number) =>
    questions.find(({ versions }) => versions.startsWith(prompt(i, q)));
  const isNew = (i: number) => at(i, 2)?.path === `${name(i ^ 1)}.md`;
  return Array.from({ length: FILES }, (_, i) => i)
    .filter((i) => i !== 4 && i !== 5 && isNew(i) !== isNew(i ^ 1))
    .map(name);
}

/** All that a run leaves, by what it says and not by the ids that it happened to give. */
function stateOf(folder: string, data: string) {
  const store = new Sqlite(join(folder, data, "rehearse.db"), { readonly: true });
  const all = <Row>(sql: string) => store.prepare<[], Row>(sql).all();
  const questions = all<Record<string, string> & { id: string; path: string; versions: string }>(`
    SELECT q."id", d."path", t."path" AS "topic", q."position", q."number", q."line", q."retiredBy",
      (SELECT group_concat(v."prompt" || v."answer" || (v."replacedAt" IS NULL), ' | ')
        FROM (SELECT * FROM "QuestionVersion" JOIN "QuestionText" USING ("hash")
          WHERE "questionId" = q."id" ORDER BY "since") v) AS "versions",
      (SELECT group_concat(k."text" || (k."retiredAt" IS NULL), ' | ')
        FROM (SELECT * FROM "KeyPoint" WHERE "questionId" = q."id" ORDER BY "position") k) AS "points"
    FROM "Question" q
    JOIN "Document" d ON d."id" = q."documentId"
    JOIN "Topic" t ON t."id" = q."topicId"
    ORDER BY "versions"`);
  const said = new Map(questions.map(({ id, versions }) => [id, versions]));
  const asks = all<{ kind: string; questionId: string; otherId: string; detail: string | null }>(
    `SELECT "kind", "answer", "questionId", "otherId", "detail" FROM "Ask" ORDER BY "kind"`,
  );
  const missing = (detail: string | null) =>
    JSON.parse(detail ?? "[]")
      .flatMap((one: { questions: string[] }) => one.questions)
      .toSorted();
  const state = {
    questions: questions.map((row) => ({ ...row, id: "", path: basename(row.path) })),
    asks: asks.map(({ questionId, otherId, detail, ...ask }) => ({
      ...ask,
      known: said.get(questionId),
      other: said.get(otherId),
      missing: missing(detail),
    })),
    documents: all(`SELECT "path", "sha256", "retiredBy" FROM "Document" ORDER BY "path"`),
    topics: all(`SELECT "path", "title" FROM "Topic" ORDER BY "path"`),
    runs: all<{ finishedAt: string | null }>(`SELECT "finishedAt" FROM "IngestRun"`).map(
      ({ finishedAt }) => finishedAt !== null,
    ),
  };
  store.close();
  return state;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
