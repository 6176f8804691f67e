// How long a grading waits while documents are taken in: many files, one that is large, and that one
// with all of its answers changed; by the command in another process, and by the same server.
// BESIDE names other numbers of questions of the large file: BESIDE=5000.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { systemClock } from "@/lib/clock";
import { type Database, openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { readDocuments } from "@/lib/ingest/read-documents";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { type Context, contextOf } from "@/lib/use-case/context";
import { ingestDocuments } from "@/lib/library/run/ingest-documents";
import { questionList } from "@/lib/study/questions";
import { recordReviews } from "@/lib/study/reviews/record-reviews";
import { draftedFiles, manyDocuments } from "@/tests/support/many-documents";
import { summary } from "./figures";

const QUESTIONS_A_FILE = 25;
const MANY = 10_000;
const LARGE = Number(process.env["BESIDE"] ?? 2_000);

type Place = { dataFolder: string; content: string; database: Database };
type TakeIn = (place: Place) => Promise<void>;

const BY: Record<string, TakeIn> = {
  "another process": async ({ dataFolder, content }) => {
    const ingest = spawn(process.execPath, ["lib/cli/rehearse.mjs", "ingest", content], {
      env: { ...process.env, DATA_DIR: dataFolder, CONTENT_DIR: content },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const [code] = await once(ingest, "exit");
    if (code !== 0) throw new Error("The ingest failed");
  },
  "the same server": async ({ content, database }) => {
    await ingestDocuments(
      { database, clock: systemClock, extract: (file) => extractInWorker(file, "later") },
      await readDocuments([content], content),
      { dryRun: false, retireMissing: false, everything: false },
    );
  },
};

const large = Object.values(manyDocuments(LARGE / QUESTIONS_A_FILE)).join("\n\n");
const changed = large.replaceAll(/^#### Answer:?$/gm, "$&\n\nIn short, it depends.");
const many = manyDocuments(MANY / QUESTIONS_A_FILE);
for (const [by, takeIn] of Object.entries(BY)) {
  await beside(by, takeIn, [
    [`${LARGE} questions in one file`, { "content/large.md": large }],
    [`all ${LARGE} answers of it changed`, { "content/large.md": changed }],
  ]);
  if (!process.env["BESIDE"]) await beside(by, takeIn, [[`${MANY} questions in many files`, many]]);
}

/** Grades through the server's own door every few milliseconds while one edition after another is taken in. */
async function beside(
  by: string,
  takeIn: TakeIn,
  editions: [name: string, documents: Record<string, string>][],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rehearse-bench-"));
  const [dataFolder, content] = [join(folder, "data"), join(folder, "content")];
  mkdirSync(dataFolder);
  mkdirSync(content);
  const file = join(dataFolder, "rehearse.db");
  migrate(file, "prisma/migrations", systemClock.now());
  const database = openDatabase(file);
  const { context, ids } = await toGrade(database);
  for (const [name, documents] of editions) {
    for (const [path, text] of Object.entries(documents)) writeFileSync(join(folder, path), text);
    const begun = performance.now();
    const waits = await gradingUntil(takeIn({ dataFolder, content, database }), context, ids);
    const seconds = (performance.now() - begun) / 1000;
    const { median, p99 } = summary(waits);
    const over = waits.filter((ms) => ms > 200).length;
    console.log(
      `Grading while ${by} takes in ${name} (${seconds.toFixed(0)} s): ${waits.length} gradings, median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${Math.max(...waits).toFixed(0)} ms, ${over} over 200 ms (aim: 0)`,
    );
  }
  await database.close();
  rmSync(folder, { recursive: true });
}

async function toGrade(database: Database): Promise<{ context: Context; ids: string[] }> {
  const { files, extract } = draftedFiles(1);
  await ingestDocuments(
    { database, clock: systemClock, extract },
    { origin: "upload", files: files(() => 0), lookedAt: () => true, unreadable: [] },
    { dryRun: false, retireMissing: false, everything: false },
  );
  const context = await contextOf(database, systemClock);
  const { value } = await questionList(context, { limit: QUESTIONS_A_FILE });
  return { context, ids: value.items.map(({ id }) => id) };
}

/** The milliseconds that each grading took until the work was done. */
async function gradingUntil(
  work: Promise<void>,
  context: Context,
  ids: readonly string[],
): Promise<number[]> {
  const ingest = { isDone: false };
  const done = work.finally(() => (ingest.isDone = true));
  const waits: number[] = [];
  while (!ingest.isDone) {
    const asked = performance.now();
    await grade(context, ids[waits.length % ids.length] ?? "");
    waits.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await done;
  return waits;
}

async function grade(context: Context, questionId: string): Promise<void> {
  await recordReviews(context, {
    reviews: [
      {
        id: v7(),
        questionId,
        rating: 3,
        reviewedAt: systemClock.now().toISOString(),
        durationMs: 1000,
        mode: "scheduled",
      },
    ],
  });
}
