import type { RootContent } from "mdast";
import type { ParsedDocument } from "./dialect";
import type { Span } from "@/lib/ingest/span";
import { under } from "./reading/topics";

type Place = { block: RootContent } & Span;

/** The blocks of a region, and where they stand. */
export function placesIn({ tree }: ParsedDocument): Place[] {
  return tree.children.map((block) => {
    const { start, end } = block.position ?? {};
    return { block, start: start?.offset ?? 0, end: end?.offset ?? 0 };
  });
}

/** What spans leave of a region, in stretches, each under the headings that stand over it. */
export function withoutSpans(
  region: ParsedDocument,
  places: readonly Place[],
  taken: readonly Span[],
): ParsedDocument[] {
  if (taken.length === 0) return [region];
  const spans = taken.toSorted((a, b) => a.start - b.start);
  const regions: ParsedDocument[] = [];
  let above = region.above;
  let open: RootContent[] = [];
  let next = 0;
  const close = () => {
    if (open.length > 0) regions.push({ ...region, above, tree: { type: "root", children: open } });
    for (const block of open) if (block.type === "heading") above = under(above, block);
    open = [];
  };
  for (const { block, start, end } of places) {
    while ((spans[next]?.end ?? Infinity) <= start) next += 1;
    const isTaken = (spans[next]?.start ?? Infinity) < end;
    if (isTaken) close();
    else open.push(block);
  }
  close();
  return regions;
}
