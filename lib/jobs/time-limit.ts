/** A machine so busy that a task gets less than this share of its time is not waited for. */
const SMALLEST_SHARE = 0.1;

/**
 * Calls `over` when a task has had its time, by the clock and by the processor: where other programs
 * take the processor, a task is not to be blamed. Answers what stops the watch.
 */
export function limitTime(limitMs: number, over: () => void): () => void {
  const begunMs = performance.now();
  const begunCpu = process.cpuUsage();
  const check = () => {
    const { user, system } = process.cpuUsage(begunCpu);
    // Of all threads, so at least the task's own.
    const leftMs = limitMs - (user + system) / 1000;
    if (leftMs <= 0 || performance.now() - begunMs > limitMs / SMALLEST_SHARE) over();
    else timer = setTimeout(check, Math.ceil(leftMs));
  };
  let timer = setTimeout(check, limitMs);
  return () => clearTimeout(timer);
}
