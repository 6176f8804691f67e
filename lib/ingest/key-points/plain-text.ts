import type { Nodes } from "mdast";
import { withPlainFormulas } from "./formula";
import { type Place, place } from "./part";

/** A piece of visible text, and its node's place in the source. */
export type Leaf = { text: string; code: boolean } & Place;

/**
 * The visible text of inline Markdown, piece by piece: code as its text, `<br>` as a semicolon, no
 * other HTML and no picture. The first 2,000 characters.
 */
export function leaves(nodes: readonly Nodes[]): Leaf[] {
  const found: Leaf[] = [];
  const pending = nodes.toReversed();
  for (let node = pending.pop(), length = 0; node && length < READ_AHEAD; node = pending.pop()) {
    const text = ownText(node).slice(0, READ_AHEAD);
    const { start, end } = place(node);
    if (text !== "") found.push({ text, code: node.type === "inlineCode", start, end });
    length += text.length;
    if ("children" in node && !isFootnote(node))
      for (const child of node.children.toReversed()) pending.push(child);
  }
  return found;
}

/** `[1](https://…)`: the number of a source, which no text reads aloud. */
function isFootnote(node: Nodes): boolean {
  if (node.type !== "link") return false;
  const [first, second] = node.children;
  return first?.type === "text" && !second && /^\[?\d+\]?$/.test(first.value);
}

// A dozen sentences: enough for a point, and it keeps every pattern cheap on any paragraph.
const READ_AHEAD = 2000;

function ownText(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "html" && /^<br/i.test(node.value)) return "; ";
  return node.type === "break" ? " " : "";
}

/** The visible text of inline Markdown on one line, tidy. */
export function plainText(nodes: readonly Nodes[]): string {
  return tidy(
    leaves(nodes)
      .map(({ text }) => text)
      .join(""),
  );
}

/** Text on one line, formulas too, without emoji, asides that only illustrate, and marks of footnotes. */
export function tidy(text: string): string {
  const read = withPlainFormulas(text);
  const plain = BEYOND_LETTERS.test(read) ? read.replace(EMOJI, "").replace(/：/g, ": ") : read;
  const line = plain.replace(/\s{2,}|[^\S ]/g, " ");
  const told = line.includes("(") ? line.replace(ILLUSTRATION, "") : line;
  return (told.includes("[^") ? told.replace(/\[\^[\w-]+\]/g, "") : told).trim();
}

// Most text has none of these, and to look for emoji costs more than all else here.
const BEYOND_LETTERS = /[©®\u2000-\uffff]/;

// A picture or flag with its modifiers and joined pictures, or a keycap; ↔ is text.
const EMOJI =
  /(?!↔)(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\p{Emoji_Modifier}|\ufe0f|\u200d)*|[\d#*]\ufe0f?\u20e3/gu;

const ILLUSTRATION =
  /\s+\((?:e\.g|i\.e|for example|such as|like|see|via)\b(?:[^()]|\([^()]*\))*\)/gi;

/** How many words a text has; in scripts without spaces, two characters count as one. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|[\p{L}\p{N}]\S*/gu;

/** The text with a capital first, unless it begins with a name ("kubectl.io", "forEach()"). */
export function upperFirst(text: string): string {
  return text.replace(/^\p{Ll}(?=[\p{Ll}'’-]*(?:[\s,;:]|$))/u, (letter) => letter.toUpperCase());
}

/** The text as it goes on in a sentence: without its capital, but for an abbreviation ("TLS"). */
export function lowerFirst(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}
