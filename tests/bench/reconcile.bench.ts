// What comparing and storing costs, with drafts at hand: the first time, unchanged, one file of
// many changed, every file changed, and every file renamed; at sizes that show how it grows.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import type { SourceFile } from "@/lib/ingest/extract-document";
import { ingestDocuments } from "@/lib/library/run/ingest-documents";
import { draftedFiles } from "@/tests/support/many-documents";

const QUESTIONS_A_FILE = 25;
const SIZES = [1_000, 10_000, 50_000];

const folder = mkdtempSync(join(tmpdir(), "rehearse-bench-"));
console.log("Comparing and storing, drafts at hand (ms; in brackets µs a question)");
for (const questions of SIZES) await growth(questions);
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
