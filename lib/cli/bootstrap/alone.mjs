import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./paths.mjs";
import { isRunning, markOf } from "./process-mark.mjs";

const COUNTER = inRoot(".build/turns");
const RETRY_MS = 200;
/** A look at what is set up already takes less, and is nothing to tell of. */
const TELL_AFTER = 10;

/**
 * Does a step of the set-up while no other process does one in this clone: two installs at once
 * leave neither. Who waits lays a ticket down and looks for others': where there is one it takes its
 * own back, and tries again. A ticket is a name and nothing else, so that none is half written, and
 * one of a process that was killed counts no longer, whoever has its id now.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [counter] the folder of the tickets
 * @returns {Promise<T>}
 * @throws what the system says where no ticket can be laid down
 */
export async function alone(work, counter = COUNTER) {
  mkdirSync(counter, { recursive: true });
  const ticket = `${markOf(process.pid)}.${randomUUID()}`;
  for (let tries = 1; ; tries += 1) {
    writeFileSync(join(counter, ticket), "");
    const other = otherHolder(counter, ticket);
    if (!other) break;
    rmSync(join(counter, ticket), { force: true });
    if (tries === TELL_AFTER)
      process.stderr.write(
        `Waiting for another command that sets this clone up (process ${Number.parseInt(other, 10)}) …\n`,
      );
    // Two that saw each other don't meet again.
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS * (0.5 + Math.random())));
  }
  try {
    return await work();
  } finally {
    rmSync(join(counter, ticket), { force: true });
  }
}

/**
 * A ticket of somebody who still runs.
 * @param {string} counter
 * @param {string} own
 */
function otherHolder(counter, own) {
  for (const ticket of readdirSync(counter)) {
    if (ticket === own) continue;
    const [mark = ""] = ticket.split(".");
    if (isRunning(mark)) return ticket;
    rmSync(join(counter, ticket), { recursive: true, force: true });
  }
  return null;
}
