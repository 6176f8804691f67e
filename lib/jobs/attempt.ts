import { createContext, Script } from "node:vm";
import type { Attempt } from "@/lib/ingest/attempt";
import { err, ok, type Result } from "@/lib/result";
import { stopwatch } from "./time-limit";

const inside: { work: () => void } = { work: () => undefined };
createContext(inside);
const script = new Script("work()");

/**
 * Tries that take at most `totalMs` of the processor together; those for which nothing is left take
 * too long. One that was given less than half of its time by the machine is begun again, with more.
 */
export function attemptsWithin(totalMs: number): Attempt {
  let leftMs = totalMs;
  return (work, limitMs) => {
    const spentMs = stopwatch();
    const allowedMs = Math.min(limitMs, leftMs);
    let outcome = tried(work, allowedMs);
    while (!outcome.ok && spentMs() < allowedMs / 2)
      outcome = tried(work, 2 * (allowedMs - spentMs()));
    leftMs -= spentMs();
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
