import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * A name for a running process that no later one has, though ids of processes are used again:
 * `1234-98765`, its id and when it began. Where the system does not tell that, its id alone.
 * @param {number} pid
 */
export function markOf(pid) {
  const start = startOf(pid);
  return start === null ? String(pid) : `${pid}-${start}`;
}

/**
 * Whether the process that was given this mark still runs.
 * @param {string} mark
 */
export function isRunning(mark) {
  const [, pid, start] = /^([1-9]\d*)(?:-(\w+))?$/.exec(mark) ?? [];
  if (!pid || !isAlive(Number(pid))) return false;
  const now = startOf(Number(pid));
  return now !== DEAD && (start === undefined || now === null || now === start);
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, and lives.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Killed, and still listed because what started it has not asked for its end. */
const DEAD = "dead";

/**
 * When a process began, in whatever the system counts by; null where it does not tell.
 * @param {number} pid
 */
function startOf(pid) {
  if (existsSync("/proc/self/stat")) return startIn(`/proc/${pid}/stat`);
  const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], {
    encoding: "utf8",
    // It writes local time in the learner's language.
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  });
  return stdout?.trim().replaceAll(/\W+/g, "_") || null;
}

/**
 * See proc(5): the state is the third field and the start the twenty-second. The second is the name,
 * in which anything may stand, spaces and parentheses too.
 * @param {string} stat
 */
function startIn(stat) {
  try {
    const text = readFileSync(stat, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? DEAD : (fields[19] ?? null);
  } catch {
    return null;
  }
}
