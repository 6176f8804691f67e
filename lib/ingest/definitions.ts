import type { Definition, FootnoteDefinition, RootContent } from "mdast";
import { walk } from "./walk";

/**
 * What the blocks of a text define, by its label: of links and, with a `^`, of footnotes. Of two the
 * first counts.
 */
export function definitionsIn(
  text: string,
  blocks: readonly RootContent[],
): Map<string, Definition | FootnoteDefinition> {
  const definitions = new Map<string, Definition | FootnoteDefinition>();
  // Most texts have none, and going over all their nodes takes a while.
  if (!text.includes("]:")) return definitions;
  for (const block of blocks)
    walk(block, (node) => {
      if (node.type !== "definition" && node.type !== "footnoteDefinition") return;
      const label = node.type === "definition" ? node.identifier : `^${node.identifier}`;
      if (!definitions.has(label)) definitions.set(label, node);
    });
  return definitions;
}

// As CommonMark has it: up to 999 characters, and brackets in it only escaped.
const LABEL = /\[((?:[^\\[\]]|\\[\s\S]){1,999})\]/g;

/** The labels in a text, each once: whatever stands in brackets may be one. */
export function labelsIn(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(LABEL), ([, label = ""]) => normalLabel(label)));
}

/** Definitions of labels, closed so that no text put below them becomes part of one. */
export function definitionsOf(labels: readonly string[]): string {
  return [...labels.map((label) => `[${label}]: x`), "***", ""].join("\n\n");
}

/** A label as mdast has it. Case is folded twice, as in micromark: `ẞ` and `ss` are one. */
export function normalLabel(label: string): string {
  return label
    .replaceAll(/[\t\n\r ]+/g, " ")
    .replaceAll(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}
