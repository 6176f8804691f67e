import type { Nodes } from "mdast";

/**
 * A section, what a bold-led paragraph leads (`lead`), a list item, a table row or a sentence of an answer. `section` is
 * its own heading or the one it stands under.
 */
export type Part = Outline &
  Place & {
    kind: "section" | "lead" | "item" | "sentence";
    title: string | null;
    section: string | null;
  };

/** What blocks claim before they branch, and the parts they branch into. */
export type Outline = { claim: () => string | null; children: () => readonly Part[] };

/** What `read` answers, read when it is first asked for: most of a long answer's items never are. */
export function once<T>(read: () => T): () => T {
  let kept: { value: T } | null = null;
  return () => (kept ??= { value: read() }).value;
}

/** Offsets in the source. */
export type Place = { start: number; end: number };

/** From the first node to the end of the last; nowhere (0–0) for nodes made without positions. */
export function place(first: Nodes | undefined, last = first): Place {
  const start = first?.position?.start.offset;
  const end = last?.position?.end.offset;
  return start === undefined || end === undefined ? { start: 0, end: 0 } : { start, end };
}
