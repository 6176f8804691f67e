import type { Node, Nodes, Parent, RootContent } from "mdast";

/**
 * The line of the source at which an answer breaks off in the middle, or null when it seems whole.
 * Careful rather than clever: an emphasis, a code span or a bracket that is opened and never closed
 * in the last block, or a last word that can't end anything.
 */
export function brokenOffLine(blocks: readonly RootContent[]): number | null {
  const last = lastLeaf(blocks.at(-1));
  if (!last || !PROSE.has(last.type)) return null;
  const text = ownText(last).trimEnd();
  return opensWithoutClosing(text) || ENDS_IN_THE_MIDDLE.test(text)
    ? (last.position?.end.line ?? null)
    : null;
}

const PROSE = new Set(["paragraph", "heading"]);
// In lower case: “plan A” is whole.
const ENDS_IN_THE_MIDDLE =
  /(?:[,;–—-]|(?<!:)\(|(?<![\p{L}\p{N}%$@#&/.=-]|[:：]\s*)(?:a|an|the|and|or|of|to|with|for|by|because|via))$/u;

/** Marks left over in the text are those that Markdown could not pair. */
function opensWithoutClosing(text: string): boolean {
  if (/(?:^|\s)(?:\*\*|__|`)[^\s*_`]/.test(text)) return true;
  return text.lastIndexOf("(") > text.lastIndexOf(")") && !text.endsWith(":(");
}

/** What Markdown took for text. Code stands as a letter: `**kwargs` in it pairs with nothing. */
function ownText(node: Nodes): string {
  if ("children" in node) return node.children.map(ownText).join("");
  if (node.type === "text") return node.value;
  return node.type === "break" || node.type === "html" ? " " : "x";
}

/** The last block that holds no other blocks. */
function lastLeaf(node: Nodes | undefined): Nodes | undefined {
  let current = node;
  while (current && !PROSE.has(current.type) && isParent(current))
    current = current.children.at(-1);
  return current;
}

function isParent(node: Node): node is Parent {
  return "children" in node && Array.isArray(node.children) && node.children.length > 0;
}
