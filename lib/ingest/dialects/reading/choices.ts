import type { List, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";

/** A list of answers to choose from: `A: …`, `b) …`, `1: …`, or boxes of which one is ticked. */
export function isChoices(block: RootContent): boolean {
  if (block.type === "paragraph") return FIRST_LINES.test(toString(block));
  if (block.type !== "list") return false;
  if (block.children.every(({ checked }) => typeof checked === "boolean")) return true;
  return block.children.length > 1 && block.children.every(isLettered);
}

/** Whether the list itself says which choice is right. */
export function isTicked(block: RootContent): boolean {
  return block.type === "list" && block.children.some(({ checked }) => checked === true);
}

/** The same without the tick. */
export function unticked(markdown: string): string {
  return markdown.replaceAll(/^(\s*[-*+] )\[[xX]\]/gm, "$1[ ]");
}

function isLettered(item: List["children"][number]): boolean {
  return /^\(?(?:[A-Ha-h][.:)]|\d[:)])(?:\s|$)/.test(toString(item).trim());
}

const FIRST_LINES = /^\(?[Aa][.:)]\s.*\n\s*\(?[Bb][.:)]\s/;

/** Whether choices begin on a line of a text, each on a line of its own. */
export function offersChoices(text: string): boolean {
  return LETTERED_LINES.test(text);
}

const LETTERED_LINES = /^[ \t]*\(?[Aa][.:)]\s.*\n\s*\(?[Bb][.:)]\s/m;
