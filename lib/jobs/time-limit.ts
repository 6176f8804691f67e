import { readFileSync } from "node:fs";

/** A machine so busy that a task gets less than this share of its time is not waited for. */
export const SMALLEST_SHARE = 0.1;

/** A task that got less of the processor than this may have begun a try again: see attempt.ts. */
const UNDISTURBED = 0.9;

/** Tasks that are being timed; they share the processor time that is told of the process as a whole. */
let underWay = 0;

/**
 * Tells the milliseconds that a task has spent since, by the clock or by the processor, whichever is
 * less: where other programs, or other tasks, take the processor, it is not to be blamed.
 */
export function stopwatch(): () => number {
  const begunMs = performance.now();
  const begunCpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begunCpu);
    const clockMs = performance.now() - begunMs;
    const cpuMs = (user + system) / 1000 / Math.max(1, underWay);
    return Math.min(clockMs, Math.max(cpuMs, clockMs * SMALLEST_SHARE));
  };
}

/**
 * Tells the milliseconds of the processor that the calling thread has spent since. Where the system
 * doesn't tell them (Linux does), it is a stopwatch.
 */
export function threadStopwatch(): () => number {
  const begunMs = threadMs();
  if (begunMs === null) return stopwatch();
  return () => (threadMs() ?? begunMs) - begunMs;
}

function threadMs(): number | null {
  try {
    const [nanoseconds] = readFileSync("/proc/thread-self/schedstat", "utf8").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return null;
  }
}

/**
 * Calls `over` when a task has spent its time, or twice that on a machine so busy that its tries had to
 * be begun again. Answers what stops the watch, to be called once.
 */
export function limitTime(limitMs: number, over: () => void): () => void {
  underWay += 1;
  const begunMs = performance.now();
  const spentMs = stopwatch();
  const check = () => {
    const share = spentMs() / (performance.now() - begunMs);
    const leftMs = (share < UNDISTURBED ? 2 * limitMs : limitMs) - spentMs();
    if (leftMs <= 0) over();
    else timer = setTimeout(check, Math.ceil(leftMs));
  };
  let timer = setTimeout(check, limitMs);
  return () => {
    underWay -= 1;
    clearTimeout(timer);
  };
}
