import type { RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { once } from "./once";

/**
 * The headings that stand in a fold. A fold that nothing closes before the next one opens has none:
 * in a long collection there is always one whose end was forgotten.
 */
export const headingsInFolds = once((blocks: readonly RootContent[]): Set<RootContent> => {
  const marks = blocks.map(foldMarks);
  const ahead = marksAhead(marks);
  const inside = new Set<RootContent>();
  let depth = 0;
  for (const [i, block] of blocks.entries()) {
    if (block.type === "heading" && depth > 0) {
      if (ahead[i] === -1) inside.add(block);
      else depth = 0;
    }
    for (const mark of marks[i] ?? []) depth = Math.max(0, depth + mark);
  }
  return inside;
});

/** For each block the first fold that opens (1) or closes (-1) after it; 0 for none. */
function marksAhead(marks: readonly number[][]): number[] {
  let next = 0;
  return marks
    .toReversed()
    .map(([first]) => {
      const ahead = next;
      next = first ?? next;
      return ahead;
    })
    .toReversed();
}

function foldMarks(block: RootContent): number[] {
  if (block.type !== "html" && !(block.type === "paragraph" && block.children.some(isHtml)))
    return [];
  const tags = toString(block).match(/<\/?details\b/gi) ?? [];
  return tags.map((tag) => (tag.startsWith("</") ? -1 : 1));
}

function isHtml({ type }: RootContent): boolean {
  return type === "html";
}
