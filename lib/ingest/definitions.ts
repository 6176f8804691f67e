import type { RootContent } from "mdast";
import { visit } from "unist-util-visit";

/** The labels that blocks define, for links and, with a `^`, for footnotes; as mdast normalises them. */
export function labelsDefined(blocks: readonly RootContent[]): Set<string> {
  const labels = new Set<string>();
  for (const block of blocks)
    visit(block, (node) => {
      if (node.type === "definition") labels.add(node.identifier);
      if (node.type === "footnoteDefinition") labels.add(`^${node.identifier}`);
    });
  return labels;
}

// As CommonMark has it: up to 999 characters, and brackets in it only escaped.
const LABEL = /\[((?:[^\\[\]]|\\[\s\S]){1,999})\]/g;

/** Of the labels, those that a text mentions. */
export function labelsMentioned(text: string, labels: ReadonlySet<string>): string[] {
  const mentioned = new Set<string>();
  for (const [, label = ""] of text.matchAll(LABEL)) {
    const normal = normalised(label);
    if (labels.has(normal)) mentioned.add(normal);
  }
  return [...mentioned];
}

/** Definitions of labels, closed so that no text put below them becomes part of one. */
export function definitionsOf(labels: readonly string[]): string {
  return [...labels.map((label) => `[${label}]: x`), "***", ""].join("\n\n");
}

/** Case is folded twice, as in micromark: `ẞ` and `ss` are one label. */
function normalised(label: string): string {
  return label
    .replaceAll(/[\t\n\r ]+/g, " ")
    .replaceAll(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}
