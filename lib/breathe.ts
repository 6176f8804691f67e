/** Lets other work run: long work without such pauses would be felt by whoever grades meanwhile. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** As long others wait, in ms. */
const A_TURN = 10;

/** For long work, to be awaited between its parts: lets other work run where it waited for a while. */
export function inTurns(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < A_TURN) return;
    await breathe();
    begun = performance.now();
  };
}

const AT_ONCE = 1000;

/** What becomes of items, of which there may be a hundred thousand; others work between. */
export async function mapInTurns<T, R>(
  items: readonly T[],
  map: (item: T, i: number) => R,
): Promise<R[]> {
  const mapped: R[] = [];
  for (const [i, item] of items.entries()) {
    mapped.push(map(item, i));
    if (i % AT_ONCE === AT_ONCE - 1) await breathe();
  }
  return mapped;
}
