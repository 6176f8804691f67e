// Folders of many notes, as a server meets them: the first take-in, a second start with nothing changed,
// and an edit beside its watch; each against a bare walk of the same folder, with the most that the
// processor did for it in one turn, while nobody else is answered. FOLDERS names other numbers of notes:
// FOLDERS=100,20000.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { watchContent } from "@/lib/cli/watch-content";
import { takeInContent } from "@/lib/cli/take-in";
import { openStore } from "@/lib/cli/data-folder";
import { openDatabase } from "@/lib/db/client";
import type { Environment } from "@/lib/env";
import { documentPath } from "@/lib/ingest/document-path";
import { fingerprint } from "@/lib/ingest/extract-document";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { threadStopwatch } from "@/lib/jobs/time-limit";
import { sharedDatabase } from "@/lib/use-case/context";
import { summary } from "./figures";

const SIZES = (process.env["FOLDERS"] ?? "100,10000").split(",").map(Number);
const NOTES_A_FOLDER = 100;
const EDITS = 5;

/** How long things took with the fewest notes, by name. */
const fewest = new Map<string, number>();

for (const notes of SIZES) await measure(notes);
process.exit();

async function measure(notes: number): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "rehearse-bench-"));
  const environment = environmentIn(root);
  writeNotes(environment.contentFolder, notes);
  mkdirSync(environment.dataFolder);
  openStore(environment);
  walk(environment.contentFolder);
  const floor = await timed(async () => walk(environment.contentFolder));
  const print = printBeside(floor);
  console.log(`${notes} notes; a bare walk takes ${(1000 * floor.seconds).toFixed(1)} ms`);
  print("first take-in", await timed(() => start(environment)));
  // What was written just before the first is read once more by the second.
  for (const name of ["second start", "third start"])
    print(name, await timed(() => start(environment)));
  let stop = async () => {};
  const watching = await timed(async () => {
    stop = watchContent(environment);
    await edit(environment, 0);
  });
  print("watch, to its first edit", watching);
  const edits: Taken[] = [];
  for (let n = 1; n <= EDITS; n += 1) edits.push(await timed(() => edit(environment, n)));
  const { median } = summary(edits.map(({ seconds }) => seconds));
  const turnMs = Math.max(...edits.map((one) => one.turnMs));
  const cpuSeconds = edits.reduce((sum, one) => sum + one.cpuSeconds, 0) / EDITS;
  print(`edit, median of ${EDITS}`, { seconds: median, cpuSeconds, turnMs });
  await stop();
  await sharedDatabase(environment.databaseFile).close();
  rmSync(root, { recursive: true });
}

function environmentIn(root: string): Environment {
  const dataFolder = join(root, "data");
  return {
    port: 0,
    host: "127.0.0.1",
    dataFolder,
    contentFolder: join(root, "notes"),
    databaseFile: join(dataFolder, "rehearse.db"),
  };
}

function writeNotes(folder: string, notes: number): void {
  for (let n = 0; n < notes; n += 1) {
    const place = placeOf(folder, n);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${n}.md`), note(n, "It is"));
  }
}

function placeOf(folder: string, n: number): string {
  return join(folder, `topic ${Math.floor(n / NOTES_A_FOLDER)}`);
}

/** A question with an answer of a few paragraphs, in words of its own. */
function note(n: number, says: string): string {
  const words = Array.from({ length: 60 }, (_, i) => `word${(n * 61 + i * 7919) % 100_003}`);
  const lines = [0, 15, 30, 45].map((at) => `- ${says} ${words.slice(at, at + 15).join(" ")}.`);
  return `# Note ${n}\n\n## What is ${words.slice(0, 6).join(" ")}?\n\n${lines.join("\n")}\n`;
}

async function start(environment: Environment): Promise<void> {
  const database = openDatabase(environment.databaseFile);
  await takeInContent(
    environment,
    { database, extract: extractInWorker },
    { changed: null, again: true },
  );
  await database.close();
}

/** From the saving of a note to the store that has it. */
async function edit({ contentFolder, databaseFile }: Environment, n: number): Promise<void> {
  const file = join(placeOf(contentFolder, 7), "7.md");
  const text = note(7, `Edition ${n} says`);
  writeFileSync(file, text);
  const sha256 = fingerprint(new TextEncoder().encode(text));
  const where = { origin_path: { origin: "content", path: documentPath(file) } };
  const { read } = sharedDatabase(databaseFile);
  while ((await read.document.findUnique({ where, select: { sha256: true } }))?.sha256 !== sha256)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

function walk(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path);
    else statSync(path);
  }
}

type Taken = { seconds: number; cpuSeconds: number; turnMs: number };

/** Of a work: its time, the processor's, and the most of that which this thread took in one turn. */
async function timed(work: () => Promise<void>): Promise<Taken> {
  let turnMs = 0;
  let spentMs = threadStopwatch();
  const tick = () => {
    turnMs = Math.max(turnMs, spentMs());
    spentMs = threadStopwatch();
  };
  const ticks = setInterval(tick, 1);
  const [begunMs, begunCpu] = [performance.now(), process.cpuUsage()];
  await work();
  const seconds = (performance.now() - begunMs) / 1000;
  const { user, system } = process.cpuUsage(begunCpu);
  tick();
  clearInterval(ticks);
  return { seconds, cpuSeconds: (user + system) / 1_000_000, turnMs };
}

function printBeside(floor: Taken) {
  return (name: string, { seconds, cpuSeconds, turnMs }: Taken): void => {
    const few = fewest.get(name) ?? seconds;
    fewest.set(name, few);
    console.log(
      `  ${name.padEnd(24)} ${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s of processor), longest turn ${turnMs.toFixed(0)} ms; ${(seconds / floor.seconds).toFixed(1)} × the walk, ${(seconds / few).toFixed(1)} × with the fewest notes`,
    );
  };
}
