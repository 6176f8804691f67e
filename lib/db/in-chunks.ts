import { breathe } from "@/lib/breathe";

/**
 * Items of one statement. The driver is synchronous: more would hold up the reviews that wait
 * beside it.
 */
const CHUNK = 500;

/** Prisma gives SQLite at most 999 parameters in a statement. */
const PARAMETERS = 999;

/** Writes so many items at a time, and lets other work run between. */
export async function inChunks<T>(
  items: readonly T[],
  write: (chunk: T[]) => Promise<unknown>,
  size = CHUNK,
): Promise<void> {
  for (let i = 0; i < items.length; i += size) {
    await write(items.slice(i, i + size));
    await breathe();
  }
}

/**
 * The same for reading: what all the chunks gave, in order. `parameters`: how many an item takes in
 * the query.
 */
export async function readInChunks<T, R>(
  items: readonly T[],
  read: (chunk: T[]) => Promise<R[]>,
  parameters = 1,
): Promise<R[]> {
  const found: R[] = [];
  const collect = async (chunk: T[]) => {
    for (const row of await read(chunk)) found.push(row);
  };
  // A few are left to what else is asked for.
  await inChunks(items, collect, Math.min(CHUNK, Math.floor(PARAMETERS / parameters) - 3));
  return found;
}

/** Reads page after page, each from after the last row of the one before, until there is none. */
export async function readInPages<R>(
  readAfter: (last: R | undefined, limit: number) => Promise<R[]>,
): Promise<R[]> {
  const found: R[] = [];
  for (;;) {
    const page = await readAfter(found.at(-1), CHUNK);
    for (const row of page) found.push(row);
    if (page.length < CHUNK) return found;
    await breathe();
  }
}
