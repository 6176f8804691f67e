/** How dark a passage stands on its document's page: 4 as it will be recalled, 0 where it will be lost. */
export type Ink = 0 | 1 | 2 | 3 | 4;

/** The darkest first: all that the page has. */
export const INKS: readonly Ink[] = [4, 3, 2, 1, 0];

/** Recall, 0–1, from which on what is not firm has an ink. */
const LEAST: readonly [Ink, number][] = [
  [3, 0.8],
  [2, 0.6],
  [1, 0.4],
];

/** The ink of a recall, 0–1: the darkest from the desired retention on, which is what firm means. */
export function inkOf(recall: number, desiredRetention: number): Ink {
  if (recall >= desiredRetention) return 4;
  return LEAST.find(([, least]) => recall >= least)?.[0] ?? 0;
}

/** What an ink says, for its key. */
export function inkText(ink: Ink): string {
  if (ink === 4) return "firm";
  const least = LEAST.find(([step]) => step === ink)?.[1];
  return least === undefined ? "less, or not seen" : `from ${Math.round(least * 100)}\u00a0%`;
}
