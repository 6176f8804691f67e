import type { Node, Root } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { visit } from "unist-util-visit";

const markdown = remark().use(remarkGfm).freeze();

/** The tree of a text in GitHub's Markdown; null when it nests deeper than the parser can go. */
export function parseMarkdown(text: string): Root | null {
  try {
    const cuts = misreadItems(text);
    return cuts.length === 0 ? markdown.parse(text) : parseInPieces(text, cuts);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const ITEM_OF_HEADING = /^\d{1,9}[.)][ \t]+#{1,6}[ \t]/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;

type Line = { start: number; number: number };

/**
 * Where micromark 4 goes wrong: after an indented line it takes no number but 1 for the start of a
 * list, and reads the items that follow as paragraphs and code. `12. ### What is …?` after a link
 * back up that is indented a little too far is such an item.
 */
function misreadItems(text: string): Line[] {
  if (!/^\d{1,9}[.)][ \t]+#/m.test(text)) return [];
  const found: Line[] = [];
  let fence = "";
  let before = "";
  let isAfterBlank = false;
  let start = 0;
  for (const [i, line] of text.split("\n").entries()) {
    const [, mark = ""] = FENCE.exec(line) ?? [];
    if (fence === "" && isAfterBlank && /^(?: {4}|\t)/.test(before) && ITEM_OF_HEADING.test(line))
      found.push({ start, number: i });
    if (mark !== "" && fence === "") fence = mark;
    else if (mark !== "" && mark.startsWith(fence)) fence = "";
    isAfterBlank = line.trim() === "";
    if (!isAfterBlank) before = line;
    start += line.length + 1;
  }
  return found;
}

function parseInPieces(text: string, cuts: readonly Line[]): Root {
  const starts = [{ start: 0, number: 0 }, ...cuts];
  const children = starts.flatMap(({ start, number }, i) => {
    const piece = markdown.parse(text.slice(start, starts[i + 1]?.start)).children;
    for (const block of piece) visit(block, (node) => moveDown(node, start, number));
    return piece;
  });
  return { type: "root", children };
}

function moveDown({ position }: Node, offset: number, lines: number): void {
  if (!position) return;
  for (const point of [position.start, position.end]) {
    point.line += lines;
    point.offset = (point.offset ?? 0) + offset;
  }
}
