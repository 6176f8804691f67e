// Taking in many documents as the command does it, files on disk to rows, at sizes that show how it
// grows; reading them, against parsing them as Markdown and no more; and rendering apart. SCALE names other numbers of questions: SCALE=50000.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { extractDocument } from "@/lib/ingest/extract-document";
import { readDocuments } from "@/lib/ingest/read-documents";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { renderInWorker } from "@/lib/jobs/render-in-worker";
import { ingestDocuments } from "@/lib/library/run/ingest-documents";
import { manyDocuments } from "@/tests/support/many-documents";
import { inTurn, report, summary } from "./figures";

const SIZES = (process.env["SCALE"] ?? "1000,10000").split(",").map(Number);
const QUESTIONS_A_DOCUMENT = 25;
const DOCUMENTS_A_FILE = 2;
const READ = 10_000;
const WARM_UP = 5;
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
await read();
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
  const files = textsOfFiles(documents);
  for (const [i, text] of files.entries()) writeFileSync(join(content, `${i}.md`), text);
  return files.length;
}

function textsOfFiles(documents: number): string[] {
  const texts = Object.values(manyDocuments(documents));
  return Array.from({ length: Math.ceil(documents / DOCUMENTS_A_FILE) }, (_, i) =>
    texts.slice(i * DOCUMENTS_A_FILE, (i + 1) * DOCUMENTS_A_FILE).join("\n\n"),
  );
}

/** From bytes to drafts, file by file, each beside a bare parse of it. */
async function read(): Promise<void> {
  const files = textsOfFiles(READ / QUESTIONS_A_DOCUMENT);
  const parser = remark().use(remarkGfm).freeze();
  const ours = (round: number) => {
    const bytes = new TextEncoder().encode(files[round]);
    return extractDocument({ path: `${round}.md`, folders: [], bytes }, () => null);
  };
  const floor = (round: number) => parser.parse(files[round]);
  await inTurn(WARM_UP, ours, floor);
  report(`Reading ${READ} questions, a file`, await inTurn(files.length, ours, floor), 1.3);
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
