/** What became of a key point in a review: said, not said, or said and said wrongly. */
export type PointOutcome = "recalled" | "missed" | "wrong";

/** How a point went in its last reviews that assessed it. */
export type PointHistory = {
  /** Up to five, the newest last. */
  lately: PointOutcome[];
  /** Not recalled in two of the last three. */
  slipping: boolean;
};

/** How many of a point's reviews are told. */
export const LATELY = 5;

/** A point's history, of all that is known of it, the newest last; reviews taken back left out. */
export function pointHistory(outcomes: readonly PointOutcome[]): PointHistory {
  return { lately: outcomes.slice(-LATELY), slipping: isSlipping(outcomes) };
}

/** Whether a point goes wrong again and again: not recalled in three of the last five, and slipping still. */
export function isStuck(lately: readonly PointOutcome[]): boolean {
  const lost = lately.slice(-LATELY).filter((outcome) => outcome !== "recalled").length;
  return lost >= STUCK && isSlipping(lately);
}

const STUCK = 3;

function isSlipping(outcomes: readonly PointOutcome[]): boolean {
  return outcomes.slice(-3).filter((outcome) => outcome !== "recalled").length >= 2;
}
