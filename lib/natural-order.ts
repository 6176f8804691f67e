import { breathe } from "./breathe";

const { compare } = new Intl.Collator("en", { numeric: true });

/** The order of names as people count: `2 b`, `10 a`. For `toSorted`; only equal names give 0. */
export function naturalOrder(a: string, b: string): number {
  return compare(a, b) || Number(a > b) - Number(a < b);
}

/** So many are sorted, or merged, in a few milliseconds. */
const AT_ONCE = 2000;

/** Items in the natural order of their names. Others work meanwhile: a hundred thousand take a second. */
export async function inNaturalOrder<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): Promise<T[]> {
  const order = (a: T, b: T) => naturalOrder(nameOf(a), nameOf(b));
  if (items.length <= AT_ONCE) return items.toSorted(order);
  const middle = items.length >> 1;
  const first = await inNaturalOrder(items.slice(0, middle), nameOf);
  const second = await inNaturalOrder(items.slice(middle), nameOf);
  return merged(first, second, order);
}

async function merged<T>(
  first: readonly T[],
  second: readonly T[],
  order: (a: T, b: T) => number,
): Promise<T[]> {
  const all: T[] = [];
  const rest = second.values();
  let next = rest.next();
  for (const item of first) {
    while (!next.done && order(next.value, item) < 0) {
      all.push(next.value);
      next = rest.next();
    }
    all.push(item);
    if (all.length % AT_ONCE === 0) await breathe();
  }
  if (!next.done) all.push(next.value);
  for (const item of rest) all.push(item);
  return all;
}
