import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { ROOT } from "./paths.mjs";
import { isAlive } from "./process-mark.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Ends what was started, with the signal that we got. Called once, before anything is started. */
export function endChildrenWithUs() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      // Running children end first, and with them what waits for them.
      if (running.size === 0) process.exit(130);
      for (const child of running) child.kill(signal);
    });
  }
  process.on("exit", () => {
    for (const child of running) child.kill("SIGKILL");
  });
}

const WATCH_MS = 500;

/**
 * Ends us when the npm that started us, or the shell between, is gone: npm passes a signal to its
 * shell, and the shell passes it to nobody.
 */
export function endWithNpm() {
  if (process.env["npm_lifecycle_event"] !== "start") return;
  const above = [process.ppid, parentOf(process.ppid)].filter((pid) => pid > 1);
  const watch = setInterval(() => {
    if (above.every(isAlive)) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, WATCH_MS);
  watch.unref();
}

/**
 * 0 where the system does not tell.
 * @param {number} pid
 */
function parentOf(pid) {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(status, "utf8"))?.[1] ?? 0);
}

/** Thrown when what was started was ended by a signal: ours, or the learner's. */
export class Interrupted extends Error {}

/**
 * Runs a Node script to its end. Its output is kept for when it fails, or with `show` passed on.
 * @param {string[]} script path and arguments
 * @param {{ env?: Record<string, string>, show?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(script, { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, script, {
      cwd: ROOT,
      env: { ...process.env, ...QUIET, ...env },
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      running.delete(child);
      if (signal) reject(new Interrupted(`Ended by ${signal}`));
      else resolve({ code: code ?? 1, output });
    });
  });
}

// Nothing is fetched but packages, and nobody is told about it.
const QUIET = {
  CHECKPOINT_DISABLE: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
};
