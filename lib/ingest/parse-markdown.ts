import type { Node, Root, RootContent } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { visit } from "unist-util-visit";

const markdown = remark().use(remarkGfm).freeze();

/** The tree of a text in GitHub's Markdown; null when it nests deeper than the parser can go. */
export function parseMarkdown(text: string): Root | null {
  try {
    return resumed(text, markdown.parse(text));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

// After an indented line micromark 4 takes no number but 1 for the start of a list, and then reads
// all the items that follow as paragraphs and code. Read anew from there, it is a list.
const MISREAD_ITEM = /^\d{1,9}[.)][ \t]+#{1,6}[ \t]/;
/** Each costs a second reading of what follows. */
const MOST_RESUMED = 8;

function resumed(text: string, tree: Root): Root {
  const kept: RootContent[] = [];
  let { children } = tree;
  for (let times = 0; times < MOST_RESUMED; times += 1) {
    const at = children.findIndex((block) => isMisread(text, block));
    const { offset, line } = children[at]?.position?.start ?? {};
    if (offset === undefined || line === undefined) break;
    kept.push(...children.slice(0, at));
    children = markdown.parse(text.slice(offset)).children;
    for (const block of children) visit(block, (node) => moveDown(node, offset, line - 1));
  }
  return { ...tree, children: [...kept, ...children] };
}

function isMisread(text: string, { type, position }: RootContent): boolean {
  const start = position?.start.offset ?? 0;
  return type === "paragraph" && MISREAD_ITEM.test(text.slice(start, start + 20));
}

function moveDown({ position }: Node, offset: number, lines: number): void {
  if (!position) return;
  for (const point of [position.start, position.end]) {
    point.line += lines;
    point.offset = (point.offset ?? 0) + offset;
  }
}
