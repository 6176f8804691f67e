import type { Paragraph, RootContent } from "mdast";
import { htmlList } from "./html-list";
import { cleanTitle, type LeadIn, leadIn } from "./title";

/** A block of an answer, with what it heads others by: a heading's title, or a paragraph's lead-in. */
export type Block =
  | { node: RootContent; level: number; head: LeadIn }
  | { node: RootContent; level: typeof NO_HEAD; head: null };

// A bold-led paragraph heads what follows, as a heading of the lowest level would.
export const BOLD_LED = 7;
export const NO_HEAD = 8;

/** The block with its head, which is looked for here and nowhere else. */
export function toBlock(node: RootContent): Block {
  if (node.type === "html") return { node: htmlList(node) ?? node, level: NO_HEAD, head: null };
  if (node.type === "heading")
    return { node, level: node.depth, head: { title: cleanTitle(node.children), text: "" } };
  const head = node.type === "paragraph" ? leadIn(node) : null;
  return head ? { node, level: BOLD_LED, head } : { node, level: NO_HEAD, head: null };
}

/** The paragraph that a block is, unless it heads others. */
export function plainParagraph(block: Block | undefined): Paragraph | null {
  return block?.node.type === "paragraph" && !block.head ? block.node : null;
}
