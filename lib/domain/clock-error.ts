/** A few minutes may be the way between the two, and are no error. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

const UNITS = [
  { ms: 86_400_000, name: "day" },
  { ms: 3_600_000, name: "hour" },
  { ms: 60_000, name: "minute" },
] as const;

/**
 * Says how far a device's clock is from the server's, where that matters; null where it doesn't.
 * `errorMs` is what it would have to be put forward by.
 */
export function clockErrorText(errorMs: number): string | null {
  const off = Math.abs(errorMs);
  if (off <= CLOCK_TOLERANCE_MS) return null;
  const { ms, name } = UNITS.find((unit) => off >= unit.ms) ?? UNITS[2];
  const count = Math.round(off / ms);
  const by = `${count} ${count === 1 ? name : `${name}s`}`;
  return `This device’s clock is ${by} ${errorMs > 0 ? "behind" : "ahead"}. Your answers count by the server’s.`;
}
