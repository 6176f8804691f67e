// A fresh clone to the ready line, and a second start, by phase; against bare `next start` on the same build.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { summary } from "./figures";

const SECOND_STARTS = 3;
const [PORT, BARE_PORT] = ["3391", "3392"];

const clone = join(mkdtempSync(join(tmpdir(), "rehearse-clone-")), "rehearse");
const cloned = spawnSync("git", ["clone", "--quiet", ".", clone], { stdio: "inherit" });
if (cloned.status !== 0) throw new Error("The clone failed");

console.log("Fresh clone to the ready line");
printPhases(await start());
const secondStarts: number[] = [];
for (let i = 0; i < SECOND_STARTS; i += 1) {
  const again = await start();
  secondStarts.push(again.seconds);
  if (i === SECOND_STARTS - 1) {
    console.log("Second start to the ready line");
    printPhases(again);
  }
}
const build = join(".build/next", readdirSync(join(clone, ".build/next"))[0] ?? "");
const bare = await untilReady(
  [join(clone, "node_modules/next/dist/bin/next"), "start", "-p", BARE_PORT, "-H", "127.0.0.1"],
  { REHEARSE_BUILD: build },
  /Ready in/,
);
const { median } = summary(secondStarts);
console.log(
  `  median of ${SECOND_STARTS}: ${median.toFixed(2)} s (aim: under 3 s); bare next start ${bare.seconds.toFixed(2)} s, ratio ${(median / bare.seconds).toFixed(2)}`,
);
rmSync(clone, { recursive: true });

function start() {
  const npm = process.env["npm_execpath"];
  if (!npm) throw new Error("Run this by npm");
  return untilReady([npm, "start"], { PORT }, /Rehearse is ready at/);
}

/** Runs a Node script in the clone until it says that it is ready, then ends it. */
function untilReady(
  script: string[],
  env: Record<string, string>,
  ready: RegExp,
): Promise<{ seconds: number; output: string }> {
  const begun = performance.now();
  const child = spawn(process.execPath, script, {
    cwd: clone,
    // A group of its own, so that npm and what it started end together.
    detached: true,
    env: { ...process.env, ...env, NODE_ENV: "production" },
  });
  let output = "";
  let seconds = Number.NaN;
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (!ready.test(output) || !Number.isNaN(seconds) || child.pid === undefined) return;
      seconds = (performance.now() - begun) / 1000;
      process.kill(-child.pid, "SIGTERM");
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("close", () => {
      if (Number.isNaN(seconds)) reject(new Error(output));
      else resolve({ seconds, output });
    });
  });
}

function printPhases({ seconds, output }: { seconds: number; output: string }): void {
  for (const [, name, time] of output.matchAll(/^(.+): (\d+\.\d) s$/gm))
    console.log(`  ${time?.padStart(6)} s  ${name}`);
  console.log(`  ${seconds.toFixed(1).padStart(6)} s  in all`);
}
