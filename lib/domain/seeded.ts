/** Numbers from 0 up to and without 1. */
export type Random = () => number;

/**
 * Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32 by Tommy
 * Ettinger, public domain).
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same by a text, which is hashed to 32 bits (FNV-1a). */
export function seeded(text: string): Random {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return seededRandom(hash);
}

/** Items in an order by chance, each as likely as any other (Fisher and Yates, from the inside out). */
export function shuffled<T extends object>(items: readonly T[], random: Random): T[] {
  const order: T[] = [];
  for (const item of items) {
    const place = Math.floor(random() * (order.length + 1));
    const moved = order[place];
    if (moved !== undefined) order.push(moved);
    order[place] = item;
  }
  return order;
}
