import type { Node, Parent, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";

/**
 * The line of the source at which an answer breaks off in the middle, or null when it seems whole.
 * Careful rather than clever: an emphasis, a code span or a bracket that is opened and never closed
 * in the last block, or a last word that can't end anything.
 */
export function brokenOffLine(blocks: readonly RootContent[]): number | null {
  const last = lastLeaf(blocks.at(-1));
  if (!last || !PROSE.has(last.type)) return null;
  const text = toString(last).trimEnd();
  return opensWithoutClosing(text) || ENDS_IN_THE_MIDDLE.test(text)
    ? (last.position?.end.line ?? null)
    : null;
}

const PROSE = new Set(["paragraph", "heading"]);
const ENDS_IN_THE_MIDDLE = /(?:[,(;–—-]|\b(?:a|an|the|and|or|of|to|with|for|by|because|via))$/i;

/** Marks left over in the text are those that Markdown could not pair. */
function opensWithoutClosing(text: string): boolean {
  if (/(?:^|\s)(?:\*\*|__|`)[^\s*_`]/.test(text)) return true;
  return text.lastIndexOf("(") > text.lastIndexOf(")") && !text.endsWith(":(");
}

/** The last block that holds no other blocks. */
function lastLeaf(node: Node | undefined): Node | undefined {
  let current = node;
  while (current && !PROSE.has(current.type) && isParent(current))
    current = current.children.at(-1);
  return current;
}

function isParent(node: Node): node is Parent {
  return "children" in node && Array.isArray(node.children) && node.children.length > 0;
}
