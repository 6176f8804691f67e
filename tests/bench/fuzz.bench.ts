// 50,000 bent documents through the workers: none may crash them or take over its time; and of 1,000,
// taken in twice, nothing may change, be asked or be lost. FUZZ_SEED and FUZZ_COUNT choose others.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import type { DocumentDraft, SourceFile } from "@/lib/ingest/extract-document";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { NO_CHANGES } from "@/lib/library/run/outcomes";
import { ingestDocuments } from "@/lib/library/run/ingest-documents";
import { diceOf, mutatedDocument } from "./mutated-documents";

const FIRST = Number(process.env["FUZZ_SEED"] ?? 0);
const COUNT = Number(process.env["FUZZ_COUNT"] ?? 50_000);
const TAKEN_IN_TWICE = Math.min(COUNT, 1000);
const A_RUN = 20;
const SIDE_BY_SIDE = 8;

const fileOf = (seed: number): SourceFile => ({
  path: `content/${seed}.md`,
  folders: [],
  bytes: mutatedDocument(diceOf(seed)),
});

const FAILURES = new Set(["reader-failed", "too-slow", "section-too-slow"]);

const finds: string[] = [];
let questions = 0;
let slowest = { ms: 0, seed: 0 };
const begun = performance.now();
for (let seed = FIRST; seed < FIRST + COUNT; seed += SIDE_BY_SIDE) {
  const seeds = Array.from({ length: SIDE_BY_SIDE }, (_, i) => seed + i);
  await Promise.all(seeds.map(tryOne));
}
const seconds = (performance.now() - begun) / 1000;
console.log(
  `${COUNT} documents from seed ${FIRST}: ${questions} questions in ${seconds.toFixed(0)} s, ${finds.length} finds`,
);
console.log(`  slowest ${slowest.ms.toFixed(0)} ms, seed ${slowest.seed}`);
for (let seed = FIRST; seed < FIRST + TAKEN_IN_TWICE; seed += A_RUN) await takeInTwice(seed);
console.log(`${TAKEN_IN_TWICE} documents taken in twice: ${finds.length} finds in all`);
for (const find of finds) console.log(`  ${find}`);
if (finds.length > 0) process.exitCode = 1;

async function tryOne(seed: number): Promise<void> {
  const startedMs = performance.now();
  const draft = await extractInWorker(fileOf(seed));
  const ms = performance.now() - startedMs;
  questions += draft.questions.length;
  if (ms > slowest.ms) slowest = { ms, seed };
  for (const fault of faultsOf(draft)) finds.push(`seed ${seed}: ${fault}`);
}

function faultsOf({ problems, questions: drafted }: DocumentDraft): string[] {
  const failed = problems.filter(({ code }) => FAILURES.has(code));
  const empty = drafted.filter(({ prompt, line }) => prompt.trim() === "" || line < 1);
  const outside = drafted.filter(({ answer, keyPoints }) =>
    keyPoints.some(({ start, end }) => {
      if (start === null || end === null) return false;
      return start < 0 || end > (answer?.length ?? 0) || start > end;
    }),
  );
  return [
    ...failed.map(({ code, message }) => `${code}: ${message}`),
    ...empty.map(({ line }) => `a question without text or place, line ${line}`),
    ...outside.map(({ line }) => `a key point outside its answer, line ${line}`),
  ];
}

/** A byte order mark changes a file, and nothing of what it says. */
async function takeInTwice(first: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rehearse-fuzz-"));
  const file = join(folder, "rehearse.db");
  migrate(file, "prisma/migrations", systemClock.now());
  const database = openDatabase(file);
  const files = Array.from({ length: A_RUN }, (_, i) => fileOf(first + i)).filter(isUtf8);
  const marked = files.map((one) => ({
    ...one,
    bytes: new Uint8Array([0xef, 0xbb, 0xbf, ...one.bytes]),
  }));
  const takeIn = async (taken: SourceFile[]) => {
    const { changes } = await ingestDocuments(
      { database, clock: systemClock, extract: extractInWorker },
      { origin: "content", files: taken, lookedAt: () => true, unreadable: [] },
      { dryRun: false, retireMissing: false, everything: false },
    );
    return changes;
  };
  try {
    const once = await takeIn(files);
    const twice = await takeIn(marked);
    // What the first run asked waits already, and is not asked again.
    const wanted = { ...NO_CHANGES, unchanged: once.added, asks: [] };
    if (!isDeepStrictEqual(twice, wanted))
      finds.push(`seeds from ${first}: ${once.added} added, then ${JSON.stringify(twice)}`);
  } catch (error) {
    finds.push(`seeds from ${first}: ${String(error)}`);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

function isUtf8({ bytes }: SourceFile): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
