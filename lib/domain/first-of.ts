/** The first items of an order, at most `limit`, without the time that it takes to sort all of them. */
export function firstOf<T>(items: readonly T[], limit: number, order: (a: T, b: T) => number): T[] {
  const first: T[] = [];
  for (const item of items) {
    const last = first.at(-1);
    if (first.length < limit || (last !== undefined && order(item, last) < 0)) {
      first.splice(placeOf(item, first, order), 0, item);
      if (first.length > limit) first.pop();
    }
  }
  return first;
}

/** Where an item stands among others that are in order, after those like it. */
function placeOf<T>(item: T, inOrder: readonly T[], order: (a: T, b: T) => number): number {
  let [from, to] = [0, inOrder.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = inOrder[middle];
    if (other !== undefined && order(item, other) < 0) to = middle;
    else from = middle + 1;
  }
  return from;
}
