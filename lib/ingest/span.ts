/** A stretch of the source, as offsets; its end is not in it. */
export type Span = { start: number; end: number };
