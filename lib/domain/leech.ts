/** Times that a question in review was forgotten until it is a leech, and how many more until that is said again. */
const FIRST = 8;
const THEN_EACH = 4;

/** Whether a question was forgotten so often that another grade won't help it. */
export function isLeech(lapses: number): boolean {
  return lapses >= FIRST;
}

/** Whether it is to be said now: the last grade made it a leech, or made it one for four times more. */
export function turnsLeech(lapsesBefore: number, lapsesAfter: number): boolean {
  const isTurn = isLeech(lapsesAfter) && (lapsesAfter - FIRST) % THEN_EACH === 0;
  return isTurn && lapsesAfter > lapsesBefore;
}
