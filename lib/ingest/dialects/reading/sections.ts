import type { Heading, RootContent } from "mdast";
import { isReplyHeading } from "./answer-mark";
import { headingsInFolds } from "./headings-in-folds";
import { once } from "./once";

/** A heading with what stands under it. */
export type Section = {
  heading: Heading;
  /** Up to the next heading. */
  body: RootContent[];
  /** The sections of deeper headings. */
  parts: Section[];
  /** All of it but the heading, in order. */
  blocks: RootContent[];
};

/**
 * The sections of a run of blocks. What stands before the first heading is in none. A heading in a
 * fold is no section of its own; one that says “Answer” stands under the heading before it, though
 * it be of the same level.
 */
export const sectionsOf = once((blocks: readonly RootContent[]): Section[] => {
  const top: Section[] = [];
  const open: { section: Section; from: number; depth: number }[] = [];
  const folded = headingsInFolds(blocks);
  const close = (depth: number, end: number) => {
    for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
      last.section.blocks = blocks.slice(last.from, end);
      open.pop();
    }
  };
  for (const [i, block] of blocks.entries()) {
    if (block.type !== "heading" || folded.has(block)) {
      open.at(-1)?.section.body.push(block);
      continue;
    }
    const depth = block.depth + (isReplyHeading(block) ? 0.5 : 0);
    close(depth, i);
    const section = { heading: block, body: [], parts: [], blocks: [] };
    (open.at(-1)?.section.parts ?? top).push(section);
    open.push({ section, from: i + 1, depth });
  }
  close(0, blocks.length);
  return top;
});

/** Sections and all in them, in order. */
export function withParts(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...withParts(section.parts)]);
}
