import { breathe } from "@/lib/breathe";

/**
 * Items of one statement. The driver is synchronous: more would hold up the reviews that wait
 * beside it.
 */
const CHUNK = 500;

/** Writes so many items at a time, and lets other work run between. */
export async function inChunks<T>(
  items: readonly T[],
  write: (chunk: T[]) => Promise<unknown>,
): Promise<void> {
  for (let i = 0; i < items.length; i += CHUNK) {
    await write(items.slice(i, i + CHUNK));
    await breathe();
  }
}

/** The same for reading: what all the chunks gave, in order. */
export async function readInChunks<T, R>(
  items: readonly T[],
  read: (chunk: T[]) => Promise<R[]>,
): Promise<R[]> {
  const found: R[] = [];
  await inChunks(items, async (chunk) => {
    for (const row of await read(chunk)) found.push(row);
  });
  return found;
}
