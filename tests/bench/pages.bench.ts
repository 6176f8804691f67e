// Every page and the routes that study stands on, over a large store against the same over a small one, a
// review recorded between: the server's time for each, and the longest that it did nothing else meanwhile.
// npm run bench -- pages 100000 1000000 names other numbers of questions and reviews.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { v7 } from "uuid";
import { migrate } from "@/lib/db/migrate";
import { type Started, startRehearse } from "@/tests/support/server";
import { aQuestionId, fillStore, type Size } from "./large-store";

const ROUNDS = 60;
const WARM_UP = 10;
/** As few questions are graded over and over. */
const GRADED = 50;
const SMALL: Size = { questions: 1000, reviews: 10_000 };
const [questions = 10_000, reviews = 100_000] = process.argv.slice(2).map(Number);
const PATHS = [
  "/",
  "/study",
  "/study?topic=topic-0",
  "/topics",
  "/topics/topic-0",
  "/weak-areas",
  "/documents",
  "/documents?asks=all",
  "/settings",
  `/questions/${aQuestionId(0)}`,
  "/questions/without-answer",
  "/api/queue",
  "/api/queue?topic=topic-0",
  "/api/session",
  "/api/session?weakest=1",
  "/api/questions",
  "/api/health",
];

// Runs in the server: tells on each SIGUSR2 the longest gap between two turns of its event loop, and
// the time that it computed, which a busy machine does not stretch.
const WATCH = `let last = performance.now(), gap = 0, before = process.cpuUsage();
  setInterval(() => { const now = performance.now(); gap = Math.max(gap, now - last); last = now; }, 1).unref();
  process.on("SIGUSR2", () => { 
    const { user, system } = process.cpuUsage(before);
    process.stdout.write("gap " + gap.toFixed(1) + " cpu " + ((user + system) / 1000).toFixed(1) + "\\n");
    gap = 0; before = process.cpuUsage(); });`;
const env = {
  CONTENT_DIR: mkdtempSync(join(tmpdir(), "rehearse-bench-content-")),
  NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(WATCH)}"`,
};

const large = await served({ questions, reviews });
const small = await served(SMALL);
console.log(`Pages over ${textOf({ questions, reviews })}, and over ${textOf(SMALL)}`);
console.log("(aim: p95 ≤ 100 ms, gap ≤ 50 ms, ratio ≤ 2)");
for (const path of PATHS) await measure(path);
for (const { server, folder } of [large, small]) {
  await server.end("SIGTERM");
  rmSync(folder, { recursive: true });
}

type Served = { server: Started; folder: string; graded: number };

async function served(size: Size): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "rehearse-bench-"));
  const file = join(folder, "rehearse.db");
  migrate(file, "prisma/migrations", new Date());
  const store = new Sqlite(file);
  fillStore(store, size, new Date());
  store.close();
  const server = await startRehearse({ dataFolder: folder, env });
  if (!server.url) throw new Error(server.output());
  await sinceLast(server);
  const taken = await timed(server, "/");
  const { gap } = await sinceLast(server);
  console.log(`First page of ${textOf(size)}: ${taken.toFixed(0)} ms, gap ${gap.toFixed(0)} ms`);
  return { server, folder, graded: 0 };
}

function textOf(size: Size): string {
  return `${size.questions} questions and ${size.reviews} reviews`;
}

async function measure(path: string): Promise<void> {
  const seen = { large: nothing(), small: nothing() };
  for (let round = -WARM_UP; round < ROUNDS; round += 1)
    for (const [of, { timings, gaps, cpu }] of [
      [large, seen.large],
      [small, seen.small],
    ] as const) {
      await grade(of);
      await sinceLast(of.server);
      const taken = await timed(of.server, path);
      const since = await sinceLast(of.server);
      if (round < 0) continue;
      timings.push(taken);
      gaps.push(since.gap);
      cpu.push(since.cpu);
    }
  const [a, b] = [spread(seen.large.timings), spread(seen.small.timings)];
  const ratios = `ratio median ${(a.median / b.median).toFixed(1)}, p95 ${(a.p95 / b.p95).toFixed(1)}`;
  console.log(
    `  ${path.padEnd(27)} ${spreadText(seen.large)} | ${spreadText(seen.small)} | ${ratios}`,
  );
}

type Seen = { timings: number[]; gaps: number[]; cpu: number[] };

function nothing(): Seen {
  return { timings: [], gaps: [], cpu: [] };
}

function spreadText({ timings, gaps, cpu }: Seen): string {
  const { median, p95 } = spread(timings);
  const gap = spread(gaps);
  const text = `${median.toFixed(0)}, p95 ${p95.toFixed(0)} ms, computed ${spread(cpu).median.toFixed(0)}`;
  return `${text}, gap ${gap.median.toFixed(0)}, p95 ${gap.p95.toFixed(0)}, most ${Math.max(...gaps).toFixed(0)}`;
}

/** Milliseconds until a page was answered to its end. */
async function timed({ url }: Started, path: string): Promise<number> {
  const begun = performance.now();
  const response = await fetch(`${url}${path}`);
  await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return performance.now() - begun;
}

/** Grades one question or another, so that nothing is as the last request left it, and much waits still. */
async function grade(of: Served): Promise<void> {
  of.graded += 1;
  const review = {
    id: v7(),
    questionId: aQuestionId((of.graded * 7) % GRADED),
    rating: 3,
    reviewedAt: new Date().toISOString(),
    durationMs: 30_000,
    mode: "scheduled",
  };
  const response = await fetch(`${of.server.url}/api/reviews`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ reviews: [review] }),
  });
  const said = await response.text();
  if (!said.includes('"recorded"')) throw new Error(`A grade was not taken: ${said}`);
}

/** The longest gap of a server's event loop and what it computed since this was asked last, in ms. */
async function sinceLast(server: Started): Promise<{ gap: number; cpu: number }> {
  const told = once(server.process.stdout ?? server.process, "data");
  server.process.kill("SIGUSR2");
  const [said]: unknown[] = await told;
  const [, gap, cpu] = /gap ([\d.]+) cpu ([\d.]+)/.exec(String(said)) ?? [];
  return { gap: Number(gap), cpu: Number(cpu) };
}

function spread(timings: readonly number[]): { median: number; p95: number } {
  const sorted = timings.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}
