const LONGEST_MS = 3_000;

/** Whether the server answers. */
export async function isThere(): Promise<boolean> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  return fetch("/icon.svg", { method: "HEAD", cache: "no-store", signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}
