/**
 * Answers what to call at every change. The work is done once when changes rest for `quietMs`, and
 * after `longestMs` even if they don't; never twice at once, and again for what changed meanwhile.
 */
export function whenSettled(
  work: () => Promise<void>,
  { quietMs, longestMs }: { quietMs: number; longestMs: number },
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let firstMs: number | null = null;
  let isWorking = false;
  const changed = () => {
    const nowMs = performance.now();
    firstMs ??= nowMs;
    clearTimeout(timer);
    timer = setTimeout(() => void settle(), Math.min(quietMs, firstMs + longestMs - nowMs));
  };
  const settle = async () => {
    if (isWorking) {
      changed();
      return;
    }
    firstMs = null;
    isWorking = true;
    await work().finally(() => {
      isWorking = false;
    });
  };
  return changed;
}
