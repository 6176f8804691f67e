type Order<T> = (a: T, b: T) => number;

/** The first items of an order, at most `limit`, without the time that it takes to sort all of them. */
export function firstOf<T>(items: readonly T[], limit: number, order: Order<T>): T[] {
  const first: T[] = [];
  for (const item of items) putIn(item, first, limit, order);
  return first;
}

/** The same of lists that are in this order each. */
export function firstOfSorted<T>(
  lists: readonly (readonly T[])[],
  limit: number,
  order: Order<T>,
): T[] {
  const first: T[] = [];
  for (const list of lists) for (const item of list) if (!putIn(item, first, limit, order)) break;
  return first;
}

/** Puts an item in its place among the first. False where it stands after all of them. */
function putIn<T>(item: T, first: T[], limit: number, order: Order<T>): boolean {
  const last = first.at(-1);
  const isFull = first.length >= limit;
  if (isFull && (last === undefined || order(item, last) >= 0)) return false;
  first.splice(placeOf(item, first, order), 0, item);
  if (isFull) first.pop();
  return true;
}

/** Where an item stands among others that are in order, after those like it. */
function placeOf<T>(item: T, inOrder: readonly T[], order: Order<T>): number {
  let [from, to] = [0, inOrder.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = inOrder[middle];
    if (other !== undefined && order(item, other) < 0) to = middle;
    else from = middle + 1;
  }
  return from;
}
