/** Lets other work run: long work without such pauses would be felt by whoever grades meanwhile. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
