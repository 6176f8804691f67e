// The server's answer as one types, letter by letter, at 1,000 and 100,000 questions with words of their
// own, against FTS5 alone looking for the same; and how long it takes to read all their texts the first
// time. npm run bench -- search 1000 20000 names other numbers. What was computed is told besides, as a
// busy machine does not stretch it.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { search } from "@/lib/study/search";
import { contextOf } from "@/lib/use-case/context";
import { fillStore } from "./large-store";

const QUERIES = 60;
const VOCABULARY = 20_000;
const [PROMPT, POINT, ANSWER] = [14, 12, 400];
const SYLLABLES = "ka to ri mu se lo pa ni ve du shi ba cor ten pro in de con st al".split(" ");
const given = process.argv.slice(2).map(Number);
for (const questions of given.length > 0 ? given : [1000, 100_000]) await measure(questions);

async function measure(questions: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rehearse-bench-"));
  const file = join(folder, "rehearse.db");
  migrate(file, "prisma/migrations", new Date());
  const store = new Sqlite(file);
  fillStore(store, { questions, reviews: questions }, new Date());
  withWords(store);
  store.close();
  const database = openDatabase(file);
  const context = await contextOf(database, systemClock);
  await database.standings(context.learner.id);

  const begun = now();
  while ((await database.search.upToDate()) > 0) await new Promise((r) => setTimeout(r, 100));
  const read = since(begun);
  const megabytes = (path: string) => (statSync(path).size / 1e6).toFixed(0);
  console.log(`${questions} questions: all texts read in ${text(read)} ms`);
  console.log(`  ${megabytes(file)} MB, and ${megabytes(`${file}.search`)} MB to be searched`);

  const bare = new Sqlite(`${file}.search`, { readonly: true });
  const floor = bare.prepare(`SELECT rowid FROM "Words" WHERE "Words" MATCH ? LIMIT 8`);
  for (const [name, queries] of Object.entries(typedQueries())) {
    const ours: Taken[] = [];
    const alone: Taken[] = [];
    for (const q of queries) {
      const [a, match] = [now(), matchOf(q)];
      await search(context, { q, limit: 8 });
      ours.push(since(a));
      const b = now();
      floor.all(match);
      alone.push(since(b));
    }
    const [p50, p95] = [spread(ours, 0.5), spread(ours, 0.95)];
    console.log(
      `  ${name.padEnd(18)} median ${text(p50)}, p95 ${text(p95)} ms (aim: p95 ≤ 50), ratio to FTS5 alone ${(p50.cpu / spread(alone, 0.5).cpu).toFixed(1)}, n ${ours.length}`,
    );
  }
  bare.close();
  await database.close();
  rmSync(folder, { recursive: true });
}

/** What a person types, each from its second letter on to its end. */
function typedQueries(): Record<string, string[]> {
  const letters = (whole: string) =>
    Array.from({ length: whole.length - 1 }, (_, i) => whole.slice(0, i + 2));
  const some = (make: (i: number) => string) =>
    Array.from({ length: QUERIES }, (_, i) => make(i))
      .flatMap(letters)
      .slice(0, 6 * QUERIES);
  return {
    "one word": some((i) => word(chance(i))),
    "three words": some((i) => `${word(chance(i))} ${word(chance(i + 1))} ${word(chance(i + 2))}`),
    "common words": some((i) => `${word(0.05 + i / 1000)} ${word(0.06)} ${word(0.07)}`),
    "a phrase": some((i) => `"${word(0.1 + i / 1000)} ${word(0.12)}"`),
    "with a filter": some((i) => `is:due ${word(chance(i))}`),
    "a filter alone": [
      "is:due",
      "is:new",
      "is:suspended",
      "topic:topic-1",
      "topic:topic-1 is:seen",
    ],
  };
}

function matchOf(q: string): string {
  const words = q.replaceAll(/is:\w+|topic:\S+|"/g, "").trim();
  const all = words.split(/\s+/).filter((one) => one !== "");
  return all.length === 0 ? `"${word(0.1)}"` : all.map((one) => `"${one}" *`).join(" AND ");
}

/** Gives each text words of its own, a few of them in most and most of them in few (Zipf's law). */
function withWords(store: Sqlite.Database): void {
  let seed = 1;
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 4_294_967_296;
  };
  store.function("words", { deterministic: false }, (count) =>
    Array.from({ length: Number(count) }, () => word(next())).join(" "),
  );
  store.exec(`
    UPDATE "QuestionText" SET "prompt" = words(${PROMPT}), "answer" = words(${ANSWER});
    DROP TRIGGER "KeyPoint_text_updated";
    UPDATE "KeyPoint" SET "text" = words(${POINT});
    INSERT INTO "TextChange" ("questionId") SELECT "id" FROM "Question" ORDER BY "id"`);
}

/** The word at a place from 0, the commonest, to 1. */
function word(at: number): string {
  let rank = Math.floor(VOCABULARY ** at);
  let spelt = "";
  for (rank += 20; rank > 0; rank = Math.floor(rank / SYLLABLES.length))
    spelt += SYLLABLES[rank % SYLLABLES.length] ?? "";
  return spelt;
}

function chance(i: number): number {
  return (i * 0.618_034) % 1;
}

type Taken = { ms: number; cpu: number };

function now(): Taken {
  const { user, system } = process.cpuUsage();
  return { ms: performance.now(), cpu: (user + system) / 1000 };
}

function since(begun: Taken): Taken {
  const at = now();
  return { ms: at.ms - begun.ms, cpu: at.cpu - begun.cpu };
}

function spread(taken: readonly Taken[], share: number): Taken {
  const at = (of: (one: Taken) => number) =>
    taken.map(of).toSorted((a, b) => a - b)[Math.floor(taken.length * share)] ?? Number.NaN;
  return { ms: at(({ ms }) => ms), cpu: at(({ cpu }) => cpu) };
}

function text({ ms, cpu }: Taken): string {
  return `${ms.toFixed(1)} (computed ${cpu.toFixed(1)})`;
}
