/** Whether something failed because the disk that Rehearse writes to has no room left, or no quota. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : null;
  if (code === "ENOSPC" || code === "EDQUOT") return true;
  // The store's driver says it in words alone.
  return /database or disk is full/.test(error.message) || isDiskFull(error.cause);
}
