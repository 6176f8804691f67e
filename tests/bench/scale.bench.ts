// Taking in many documents as the command does it, files on disk to rows, at sizes that show how it
// grows; and rendering apart. SCALE names other numbers of questions: SCALE=50000.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { readDocuments } from "@/lib/ingest/read-documents";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { renderInWorker } from "@/lib/jobs/render-in-worker";
import { ingestDocuments } from "@/lib/study/ingest-documents";
import { manyDocuments } from "@/tests/support/many-documents";
import { summary } from "./figures";

const SIZES = (process.env["SCALE"] ?? "1000,10000").split(",").map(Number);
const QUESTIONS_A_DOCUMENT = 25;
const DOCUMENTS_A_FILE = 2;
const RENDERED = 200;

const folder = mkdtempSync(join(tmpdir(), "rehearse-bench-"));
await takeIn("warm-up", 2 * QUESTIONS_A_DOCUMENT);
console.log("Taking documents in, from files to rows");
for (const questions of SIZES) {
  const { seconds, cpuSeconds, files } = await takeIn(String(questions), questions);
  const each = (cpuSeconds / questions) * 1000;
  console.log(
    `  ${questions} questions in ${files} files: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor (${each.toFixed(2)} ms a question), peak memory so far ${peakMb()} MB`,
  );
}
await render();
rmSync(folder, { recursive: true });

async function takeIn(name: string, questions: number) {
  const content = join(folder, name);
  mkdirSync(content);
  const files = writeFiles(content, questions / QUESTIONS_A_DOCUMENT);
  const file = join(folder, `${name}.db`);
  migrate(file, "prisma/migrations", systemClock.now());
  const database = openDatabase(file);
  const [begunMs, begunCpu] = [performance.now(), process.cpuUsage()];
  const { changes } = await ingestDocuments(
    { database, clock: systemClock, extract: extractInWorker },
    await readDocuments([content], content),
    { dryRun: false, retireMissing: false, everything: false },
  );
  const seconds = (performance.now() - begunMs) / 1000;
  const { user, system } = process.cpuUsage(begunCpu);
  await database.close();
  rmSync(content, { recursive: true });
  rmSync(file);
  if (changes.added !== questions) throw new Error(`${changes.added} of ${questions} were added`);
  return { seconds, cpuSeconds: (user + system) / 1_000_000, files };
}

function writeFiles(content: string, documents: number): number {
  const files = Math.ceil(documents / DOCUMENTS_A_FILE);
  const texts = Object.values(manyDocuments(documents));
  for (let i = 0; i < files; i += 1) {
    const parts = texts.slice(i * DOCUMENTS_A_FILE, (i + 1) * DOCUMENTS_A_FILE);
    writeFileSync(join(content, `${i}.md`), parts.join("\n\n"));
  }
  return files;
}

/** The largest that this process with its workers has been. */
function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** How long a learner would wait for an answer that nobody has rendered yet. */
async function render(): Promise<void> {
  const [text = ""] = Object.values(manyDocuments(1));
  const answers = text.split("#### Answer:").slice(1);
  await renderInWorker(text.slice(0, 20_000));
  const timings: number[] = [];
  for (let i = 0; i < RENDERED; i += 1) {
    const begunMs = performance.now();
    await renderInWorker(`${answers[i % answers.length]} ${i}`);
    timings.push(performance.now() - begunMs);
  }
  const { median, p99 } = summary(timings);
  console.log(
    `Rendering one answer in a worker: median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, n ${RENDERED}`,
  );
}
