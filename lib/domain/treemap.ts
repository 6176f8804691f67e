/** A part of a map, in percent of what it lies in. */
export type Box = { left: number; top: number; width: number; height: number };

/**
 * Boxes of sizes, largest first, that fill a rectangle of an aspect (width / height), each as near to a
 * square as goes: squarified treemaps (Bruls, Huizing & van Wijk 2000). Sizes are positive.
 */
export function treemap(sizes: readonly number[], aspect: number): Box[] {
  const whole = sizes.reduce((a, b) => a + b, 0);
  const boxes: Box[] = [];
  let free = { left: 0, top: 0, width: aspect, height: 1 };
  let [from, scale] = [0, aspect / whole];
  while (from < sizes.length) {
    const areas = sizes.slice(from).map((size) => size * scale);
    const side = Math.min(free.width, free.height);
    const row = areas.slice(0, rowLength(areas, side));
    const sum = row.reduce((a, b) => a + b, 0);
    const depth = sum / side;
    const isColumn = free.width >= free.height;
    let along = 0;
    for (const area of row) {
      const length = area / depth;
      boxes.push(
        isColumn
          ? { left: free.left, top: free.top + along, width: depth, height: length }
          : { left: free.left + along, top: free.top, width: length, height: depth },
      );
      along += length;
    }
    free = isColumn
      ? { ...free, left: free.left + depth, width: free.width - depth }
      : { ...free, top: free.top + depth, height: free.height - depth };
    from += row.length;
  }
  return boxes.map(({ left, top, width, height }) => ({
    left: percent(left / aspect),
    top: percent(top),
    width: percent(width / aspect),
    height: percent(height),
  }));
}

/** How many of some areas go into the next row: as long as its worst box comes nearer to a square. */
function rowLength(areas: readonly number[], side: number): number {
  let [sum, worst, length] = [0, Infinity, 0];
  const largest = areas[0] ?? 0;
  for (const area of areas) {
    sum += area;
    const next = Math.max((side ** 2 * largest) / sum ** 2, sum ** 2 / (side ** 2 * area));
    if (next > worst) break;
    worst = next;
    length += 1;
  }
  return Math.max(1, length);
}

function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}
