import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inRoot } from "./paths.mjs";
import { isAlive } from "./run.mjs";

const LOCK = inRoot(".build/set-up.lock");
const RETRY_MS = 200;
/** A look at what is set up already takes less, and is nothing to tell of. */
const TELL_AFTER = 10;

/**
 * Does a step of the set-up while no other process does one in this clone: two installs at once
 * leave neither. A holder that was killed holds no longer.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  for (let tries = 1; !take(); tries += 1) {
    if (tries === TELL_AFTER)
      process.stderr.write("Waiting for another command that sets this clone up …\n");
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function take() {
  mkdirSync(dirname(LOCK), { recursive: true });
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    // Its holder may have let go between the two calls.
    if (!isAlive(holder())) rmSync(LOCK, { force: true });
    return false;
  }
}

function holder() {
  try {
    return Number(readFileSync(LOCK, "utf8")) || process.pid;
  } catch {
    return process.pid;
  }
}
