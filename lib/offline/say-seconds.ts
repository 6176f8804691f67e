/** How long a learner may speak, in seconds. */
export const SAY_SECONDS = [60, 90, 120, 150, 180] as const;

const NAME = "say seconds";
const USUAL = 90;

/** The one that was chosen in this browser. */
export function saySeconds(): number {
  try {
    const kept = Number(localStorage.getItem(NAME));
    return SAY_SECONDS.find((seconds) => seconds === kept) ?? USUAL;
  } catch {
    return USUAL;
  }
}

/** Remembers the choice in this browser, where it may. */
export function keepSaySeconds(seconds: number): void {
  try {
    localStorage.setItem(NAME, String(seconds));
  } catch {
    // Storage that is full or forbidden: it is asked again.
  }
}
