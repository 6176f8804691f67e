/** A machine so busy that a task gets less than this share of its time is not waited for. */
const SMALLEST_SHARE = 0.1;

/**
 * Tells the milliseconds spent since, by the clock or by the processor, whichever is less: where
 * other programs take the processor, a task is not to be blamed.
 */
export function stopwatch(): () => number {
  const begunMs = performance.now();
  const begunCpu = process.cpuUsage();
  return () => {
    // Of all threads, so at least the task's own.
    const { user, system } = process.cpuUsage(begunCpu);
    const clockMs = performance.now() - begunMs;
    return Math.min(clockMs, Math.max((user + system) / 1000, clockMs * SMALLEST_SHARE));
  };
}

/** Calls `over` when a task has spent its time. Answers what stops the watch. */
export function limitTime(limitMs: number, over: () => void): () => void {
  const spentMs = stopwatch();
  const check = () => {
    const leftMs = limitMs - spentMs();
    if (leftMs <= 0) over();
    else timer = setTimeout(check, Math.ceil(leftMs));
  };
  let timer = setTimeout(check, limitMs);
  return () => clearTimeout(timer);
}
