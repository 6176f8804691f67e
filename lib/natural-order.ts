const { compare } = new Intl.Collator("en", { numeric: true });

/** The order of names as people count: `2 b`, `10 a`. For `toSorted`; only equal names give 0. */
export function naturalOrder(a: string, b: string): number {
  return compare(a, b) || Number(a > b) - Number(a < b);
}
