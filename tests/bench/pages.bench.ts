// Today, Topics, Weak areas and Documents over 10,000 questions and 100,000 reviews, against the same pages over
// an empty store: the server's time for each, and the longest that it did nothing else meanwhile.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { migrate } from "@/lib/db/migrate";
import { type Started, startRehearse } from "@/tests/support/server";
import { fillStore, QUESTIONS, REVIEWS } from "./large-store";

const ROUNDS = 60;
const WARM_UP = 10;
const PAGES = ["/", "/topics", "/weak-areas", "/documents", "/documents?asks=all"];
const AIM = "aim: p95 ≤ 100 ms, gap ≤ 50 ms";

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

const folder = mkdtempSync(join(tmpdir(), "rehearse-bench-"));
const file = join(folder, "rehearse.db");
migrate(file, "prisma/migrations", new Date());
const store = new Sqlite(file);
fillStore(store, new Date());
store.close();

const full = await startRehearse({ dataFolder: folder, env });
const empty = await startRehearse({ env });
console.log(`Pages over ${QUESTIONS} questions and ${REVIEWS} reviews (${AIM})`);
for (const page of PAGES) await measure(page);
await full.end("SIGTERM");
await empty.end("SIGTERM");
rmSync(folder, { recursive: true });

async function measure(page: string): Promise<void> {
  const ours: Seen = { timings: [], gaps: [], cpu: [] };
  const floor: Seen = { timings: [], gaps: [], cpu: [] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1)
    for (const [server, seen] of [
      [empty, floor],
      [full, ours],
    ] as const) {
      await sinceLast(server);
      const taken = await timed(server, page);
      const { gap, cpu } = await sinceLast(server);
      if (round < 0) continue;
      seen.timings.push(taken);
      seen.gaps.push(gap);
      seen.cpu.push(cpu);
    }
  console.log(`  ${page}`);
  console.log(`    ours         ${spreadText(ours)}`);
  console.log(`    empty store  ${spreadText(floor)}`);
  const ratio = spread(ours.timings).median / spread(floor.timings).median;
  console.log(`    ratio        median ${ratio.toFixed(1)}`);
}

type Seen = { timings: number[]; gaps: number[]; cpu: number[] };

function spreadText({ timings, gaps, cpu }: Seen): string {
  const text = (values: number[]) => {
    const { median, p95 } = spread(values);
    return `median ${median.toFixed(0)}, p95 ${p95.toFixed(0)} ms`;
  };
  return `taken ${text(timings)}; computed ${text(cpu)}; gap ${text(gaps)}, longest ${Math.max(...gaps).toFixed(0)} ms`;
}

/** Milliseconds until a page was answered to its end. */
async function timed({ url }: Started, page: string): Promise<number> {
  const begun = performance.now();
  const response = await fetch(`${url}${page}`);
  await response.text();
  if (!response.ok) throw new Error(`${page} answered ${response.status}`);
  return performance.now() - begun;
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
