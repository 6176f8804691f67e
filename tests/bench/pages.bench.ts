// Every page and the routes that study stands on, over a large store against the same over a small one, a
// review recorded between: the server's time for each, and the longest that it did nothing else meanwhile:
// by the clock (gap), and by the processor that it had (turn), which a busy machine does not stretch.
// The interview's own page is left out: its plan is seen forward in a worker after each grade, and comes last.
// npm run bench -- pages 100000 1000000 names other numbers of questions and reviews; PAGES=/,/study fewer pages.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { v7 } from "uuid";
import { migrate } from "@/lib/db/migrate";
import { type Started, startRehearse } from "@/tests/support/server";
import { aDocumentId, aQuestionId, fillStore, type Size } from "./large-store";

const ROUNDS = 60;
const WARM_UP = 10;
/** As few questions are graded over and over. */
const GRADED = 50;
const SMALL: Size = { questions: 1000, reviews: 10_000 };
const [questions = 10_000, reviews = 100_000] = process.argv.slice(2).map(Number);
const PATHS = process.env["PAGES"]?.split(",") ?? [
  "/",
  "/study",
  "/study?topic=topic-0",
  "/topics",
  "/topics/topic-0",
  "/weak-areas",
  "/interview/new",
  "/interview/mock",
  "/documents",
  "/documents?asks=all",
  "/settings",
  `/documents/${aDocumentId(0)}`,
  "/interview/sheet",
  "/interview/sheet?topic=topic-0",
  `/questions/${aQuestionId(0)}`,
  "/questions/without-answer",
  "/api/queue",
  "/api/queue?topic=topic-0",
  "/api/session",
  "/api/session?weakest=1",
  "/api/questions",
  "/api/readiness",
  "/api/weak-areas",
  "/api/health",
];

// Runs in the server: tells on each SIGUSR2 the longest gap between two turns of its event loop and what the
// processor did in the longest turn, and all that was computed, which a busy machine does not stretch.
const WATCH = `import { readFileSync } from "node:fs";
  let last = performance.now(), gap = 0, turn = 0, before = process.cpuUsage();
  const spent = () => {
    try { return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6; } catch { return NaN; }
  };
  let spentBefore = spent();
  setInterval(() => {
    const now = performance.now();
    gap = Math.max(gap, now - last); last = now;
    const spentNow = spent();
    turn = Math.max(turn, spentNow - spentBefore); spentBefore = spentNow;
  }, 1).unref();
  process.on("SIGUSR2", () => {
    const { user, system } = process.cpuUsage(before);
    const told = ["gap", gap, "turn", turn, "cpu", (user + system) / 1000];
    process.stdout.write(told.map((one) => typeof one === "number" ? one.toFixed(1) : one).join(" ") + "\\n");
    gap = 0; turn = 0; before = process.cpuUsage(); });`;
const env = {
  CONTENT_DIR: mkdtempSync(join(tmpdir(), "rehearse-bench-content-")),
  NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(WATCH)}"`,
};

const large = await served({ questions, reviews });
const small = await served(SMALL);
console.log(`Pages over ${textOf({ questions, reviews })}, and over ${textOf(SMALL)}`);
console.log(
  "(aim: p95 ≤ 100 ms, gap ≤ 50 ms, ratio ≤ 2; with others on the machine: computed, turn)",
);
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
  await prepare(server);
  await sinceLast(server);
  const taken = await timed(server, "/");
  const { gap, turn, cpu } = await sinceLast(server);
  console.log(
    `First page of ${textOf(size)}: ${ms(taken)}, computed ${ms(cpu)}, gap ${ms(gap)}, turn ${ms(turn)}`,
  );
  return { server, folder, graded: 0 };
}

/** For an interview in three weeks, to which two topics matter more. */
async function prepare({ url }: Started): Promise<void> {
  const body = {
    title: "Acme",
    at: new Date(Date.now() + 21 * 86_400_000).toISOString(),
    minutesPerDay: 30,
    days: [1, 2, 3, 4, 5, 6, 7],
    topics: ["topic-0", "topic-1"].map((topic) => ({ topic, importance: 3 })),
  };
  const put = await fetch(`${url}/api/interviews/${v7()}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!put.ok) throw new Error(await put.text());
}

function textOf(size: Size): string {
  return `${size.questions} questions and ${size.reviews} reviews`;
}

async function measure(path: string): Promise<void> {
  const seen = { large: nothing(), small: nothing() };
  for (let round = -WARM_UP; round < ROUNDS; round += 1)
    for (const [of, { timings, gaps, turns, cpu }] of [
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
      turns.push(since.turn);
      cpu.push(since.cpu);
    }
  const of = (what: "timings" | "cpu") =>
    spread(seen.large[what]).median / spread(seen.small[what]).median;
  const ratios = `ratio of medians ${of("timings").toFixed(1)}, computed ${of("cpu").toFixed(1)}`;
  console.log(
    `  ${path.padEnd(27)} ${spreadText(seen.large)} | ${spreadText(seen.small)} | ${ratios}`,
  );
}

type Seen = { timings: number[]; gaps: number[]; turns: number[]; cpu: number[] };

function nothing(): Seen {
  return { timings: [], gaps: [], turns: [], cpu: [] };
}

function spreadText({ timings, gaps, turns, cpu }: Seen): string {
  const { median, p95 } = spread(timings);
  const computed = spread(cpu);
  return [
    `${median.toFixed(0)}, p95 ${ms(p95)}`,
    `computed ${computed.median.toFixed(0)}, p95 ${computed.p95.toFixed(0)}`,
    `gap ${spread(gaps).median.toFixed(0)}, most ${Math.max(...gaps).toFixed(0)}`,
    `turn ${spread(turns).median.toFixed(0)}, most ${Math.max(...turns).toFixed(0)}`,
  ].join(", ");
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
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

type Since = { gap: number; turn: number; cpu: number };

/** The longest gap and turn of a server's event loop, and what it computed, since this was asked last; in ms. */
async function sinceLast(server: Started): Promise<Since> {
  const told = once(server.process.stdout ?? server.process, "data");
  server.process.kill("SIGUSR2");
  const [said]: unknown[] = await told;
  const [, gap, turn, cpu] = /gap ([\d.]+) turn ([\d.]+|NaN) cpu ([\d.]+)/.exec(String(said)) ?? [];
  return { gap: Number(gap), turn: Number(turn), cpu: Number(cpu) };
}

function spread(timings: readonly number[]): { median: number; p95: number } {
  const sorted = timings.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}
