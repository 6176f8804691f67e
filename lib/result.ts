/** What was asked for, or why not: for outcomes that a caller is expected to meet. Bugs are thrown. */
export type Result<T, E> =
  { ok: true; value: T } | ([E] extends [never] ? never : { ok: false; error: E });

export const ok = <T>(value: T) => ({ ok: true, value }) as const;
export const err = <E>(error: E) => ({ ok: false, error }) as const;
