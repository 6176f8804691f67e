import { createContext, Script } from "node:vm";
import type { Attempt } from "@/lib/ingest/attempt";
import { err, ok, type Result } from "@/lib/result";
import { SMALLEST_SHARE, threadStopwatch } from "./time-limit";

const inside: { work: () => void } = { work: () => undefined };
createContext(inside);
const script = new Script("work()");

/** Honest text takes a third of its time: a try that got less of it than this was cut short by the machine. */
const ENOUGH = 0.5;

/**
 * Tries that take at most `totalMs` of the processor together; those for which nothing is left take
 * too long. Node ends a try by the clock: one that the machine gave less of its time is begun again
 * with as much as it needs then, until it has cost twice what it may; it is counted once.
 */
export function attemptsWithin(totalMs: number): Attempt {
  let leftMs = totalMs;
  return (work, limitMs) => {
    const allowedMs = Math.min(limitMs, leftMs);
    const spentMs = threadStopwatch();
    let outcome = tried(work, allowedMs);
    let share = spentMs() / allowedMs;
    while (!outcome.ok && share < ENOUGH && spentMs() < 2 * allowedMs) {
      const beforeMs = spentMs();
      outcome = tried(work, allowedMs / Math.max(share, SMALLEST_SHARE));
      share = (spentMs() - beforeMs) / allowedMs;
    }
    leftMs -= Math.min(spentMs(), allowedMs);
    return outcome;
  };
}

/** Node ends what runs too long in its place, as nothing else can within a thread. */
function tried<T>(work: () => T, limitMs: number): Result<T, "too-slow"> {
  if (limitMs < 1) return err("too-slow");
  let outcome: Result<T, "too-slow"> = err("too-slow");
  inside.work = () => {
    outcome = ok(work());
  };
  try {
    script.runInContext(inside, { timeout: Math.ceil(limitMs) });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  return outcome;
}

function isTimeout(error: unknown): boolean {
  // It is no Error of ours: it comes from the other context.
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}
