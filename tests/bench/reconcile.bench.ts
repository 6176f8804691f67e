// What comparing and storing costs, with drafts at hand: the first time, unchanged, one file of
// many changed, every file changed, and every file renamed; at sizes that show how it grows.
// And how long a grading waits while another process takes documents in: many, and one that is large.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import type { SourceFile } from "@/lib/ingest/extract-document";
import { contextOf } from "@/lib/study/context";
import { ingestDocuments } from "@/lib/study/ingest-documents";
import { questionList } from "@/lib/study/questions";
import { recordReviews } from "@/lib/study/record-reviews";
import { draftedFiles, manyDocuments } from "@/tests/support/many-documents";
import { summary } from "./figures";

const QUESTIONS_A_FILE = 25;
const SIZES = [1_000, 10_000, 50_000];
const GRADED_BESIDE = 10_000;
const ONE_LARGE = 2_000;

const folder = mkdtempSync(join(tmpdir(), "rehearse-bench-"));
console.log("Comparing and storing, drafts at hand (ms; in brackets µs a question)");
for (const questions of SIZES) await growth(questions);
await gradingBeside("many files", manyDocuments(GRADED_BESIDE / QUESTIONS_A_FILE));
const large = Object.values(manyDocuments(ONE_LARGE / QUESTIONS_A_FILE)).join("\n\n");
await gradingBeside("one file", { "content/large.md": large });
rmSync(folder, { recursive: true });

async function growth(questions: number): Promise<void> {
  const file = join(folder, `${questions}.db`);
  migrate(file, "prisma/migrations", systemClock.now());
  const database = openDatabase(file);
  const { files, extract } = draftedFiles(questions / QUESTIONS_A_FILE);
  const context = { database, clock: systemClock, extract };
  const timed = async (taken: SourceFile[]) => {
    const begun = performance.now();
    await ingestDocuments(
      context,
      { origin: "content", files: taken, lookedAt: () => true, unreadable: [] },
      { dryRun: false, retireMissing: false, everything: false },
    );
    const ms = performance.now() - begun;
    return `${ms.toFixed(0)} (${((ms / questions) * 1000).toFixed(1)})`;
  };
  const moved = files(() => 2).map((one) => ({ ...one, path: `content/moved/${one.path}` }));
  const [first, unchanged, one, all, renamed] = [
    await timed(files(() => 0)),
    await timed(files(() => 0)),
    await timed(files((i) => (i === 7 ? 1 : 0))),
    await timed(files(() => 2)),
    await timed(moved),
  ];
  console.log(
    `  ${questions}: first ${first}, unchanged ${unchanged}, one file changed ${one}, one answer of every file changed ${all}, every file renamed ${renamed}`,
  );
  await database.close();
}

/** Grades through the server's own door every few milliseconds while the command takes files in. */
async function gradingBeside(name: string, documents: Record<string, string>): Promise<void> {
  const own = mkdtempSync(join(folder, "beside-"));
  const dataFolder = join(own, "data");
  const content = join(own, "content");
  mkdirSync(dataFolder);
  mkdirSync(content);
  for (const [path, text] of Object.entries(documents)) writeFileSync(join(own, path), text);
  const file = join(dataFolder, "rehearse.db");
  migrate(file, "prisma/migrations", systemClock.now());
  const database = openDatabase(file);
  const { files, extract } = draftedFiles(1);
  await ingestDocuments(
    { database, clock: systemClock, extract },
    { origin: "upload", files: files(() => 0), lookedAt: () => true, unreadable: [] },
    { dryRun: false, retireMissing: false, everything: false },
  );
  const context = await contextOf(database, systemClock);
  const ids = (await questionList(context, { limit: 25 })).value.items.map(({ id }) => id);
  const grade = (questionId: string) =>
    recordReviews(context, {
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

  const begun = performance.now();
  const ingest = spawn(process.execPath, ["lib/cli/rehearse.mjs", "ingest", content], {
    env: { ...process.env, DATA_DIR: dataFolder, CONTENT_DIR: content },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  ingest.stdout.setEncoding("utf8").on("data", (text: string) => (output = text));
  const ended = new Promise<number | null>((resolve) => ingest.once("exit", resolve));
  const waits: number[] = [];
  while (ingest.exitCode === null) {
    const asked = performance.now();
    await grade(ids[waits.length % ids.length] ?? "");
    waits.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const seconds = (performance.now() - begun) / 1000;
  if ((await ended) !== 0) throw new Error("The ingest failed");
  const { median, p99 } = summary(waits);
  const over = waits.filter((ms) => ms > 200).length;
  console.log(
    `Grading beside an ingest of ${name} by another process (${seconds.toFixed(0)} s): ${waits.length} gradings, median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${Math.max(...waits).toFixed(0)} ms, ${over} over 200 ms (aim: 0)`,
  );
  console.log(`  ${output.trim().split("\n").at(-1)}`);
  await database.close();
}
