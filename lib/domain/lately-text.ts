import type { PointOutcome } from "./point-history";

/** A review of a point as a sign: recalled, missed, said wrongly. */
export const LATELY_SIGNS: Record<PointOutcome, string> = {
  recalled: "●",
  missed: "○",
  wrong: "✕",
};

const WORDS: Record<PointOutcome, string> = {
  recalled: "recalled",
  missed: "missed",
  wrong: "said wrongly",
};

/** The same of its last reviews in words, the newest last. */
export function latelyText(lately: readonly PointOutcome[]): string {
  return lately.map((outcome) => WORDS[outcome]).join(", ");
}
