/** A time on a clock: `1:05`. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** By how much the time is over: `0:25 over`. */
export function overText(spentMs: number, limitMs: number): string {
  return `${clockText(spentMs - limitMs)} over`;
}

/** How long a question took, of the time that there was: `2:40 of 3:00`, `3:25, 0:25 over`. */
export function tookText(spentMs: number, limitMs: number): string {
  if (spentMs < limitMs) return `${clockText(spentMs)} of ${clockText(limitMs)}`;
  return `${clockText(spentMs)}, ${overText(spentMs, limitMs)}`;
}
