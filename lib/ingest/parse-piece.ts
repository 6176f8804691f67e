import type { Node, Parent, RootContent } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { walk } from "./walk";

const markdown = remark().use(remarkGfm).freeze();

/** Nobody nests so deep, and what walks over a tree goes down by calling itself. */
const DEEPEST = 200;

/** The blocks of a text in GitHub's Markdown; null when it nests deeper than can be read. */
export function parsePiece(text: string): RootContent[] | null {
  try {
    const { children } = markdown.parse(text);
    return isTooDeep(children) ? null : children;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Level by level, as a tree that is too deep can't be walked otherwise. */
function isTooDeep(blocks: readonly Node[]): boolean {
  let level = blocks;
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1)
    level = level.flatMap((node) => (isParent(node) ? node.children : []));
  return level.length > 0;
}

function isParent(node: Node): node is Parent {
  return "children" in node && Array.isArray(node.children);
}

/** Sets blocks to the place that they were taken from: so many characters and lines further down. */
export function moveDown(blocks: readonly RootContent[], offset: number, lines: number): void {
  if (offset === 0 && lines === 0) return;
  for (const block of blocks)
    walk(block, ({ position }) => {
      if (!position) return;
      for (const point of [position.start, position.end]) {
        point.line += lines;
        point.offset = (point.offset ?? 0) + offset;
      }
    });
}
