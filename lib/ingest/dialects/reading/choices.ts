import type { List, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";

// In front of or behind the right one.
const SIGN = "(?:[✅✔☑✓]\\ufe0f?)";
const START = String.raw`[ \t]*(?:[-*+] +)?`;
const LETTER = String.raw`\(?[A-Ha-h][.:)]`;

/** A list of answers to choose from: `A: …`, `b) …`, `1: …`, or boxes of which one is ticked. */
export function isChoices(block: RootContent): boolean {
  if (block.type === "paragraph") return FIRST_LINES.test(toString(block));
  if (block.type !== "list") return false;
  if (block.children.every(({ checked }) => typeof checked === "boolean")) return true;
  return block.children.length > 1 && block.children.every(isLettered);
}

const FIRST_LINES = new RegExp(
  String.raw`^(?:${SIGN}\s*)?\(?[Aa][.:)]\s.*\n\s*(?:${SIGN}\s*)?\(?[Bb][.:)]\s`,
  "u",
);

function isLettered(item: List["children"][number]): boolean {
  return LETTERED.test(toString(item).trim());
}

const LETTERED = new RegExp(String.raw`^(?:${SIGN}\s*)?(?:${LETTER}|\(?\d[:)])(?:\s|$)`, "u");

/** Whether the choices themselves say which is right: by a tick, by a sign, or as those in bold. */
export function isTicked(source: string, block: RootContent): boolean {
  if (block.type === "list" && block.children.some(({ checked }) => checked === true)) return true;
  const { start, end } = block.position ?? {};
  const lines = source.slice(start?.offset, end?.offset).match(CHOICE_LINE) ?? [];
  const marked = lines.filter((line) => unmarked(line) !== line);
  return marked.length > 0 && marked.length < lines.length;
}

const CHOICE_LINE = new RegExp(
  String.raw`^${START}(?:${SIGN} *)?(?:\*\*)?${LETTER}(?:\*\*)?[ \t][^\r\n]*$`,
  "gmu",
);

/** The same without what tells the right one. */
export function unticked(markdown: string): string {
  return markdown
    .replaceAll(/^(\s*[-*+] )\[[xX]\]/gm, "$1[ ]")
    .replaceAll(CHOICE_LINE, (line) => unmarked(line));
}

function unmarked(line: string): string {
  return MARKS.reduce((left, mark) => left.replace(mark, "$1$2"), line);
}

const MARKS = [
  `^(${START})${SIGN} *()`,
  String.raw`()(?: *${SIGN}| +[*_]*\(correct(?: answer)?\)[*_]*)+([ \t]*)$`,
  String.raw`^(${START})\*\*(${LETTER}[ \t](?:(?!\*\*).)+)\*\*[ \t]*$`,
  String.raw`^(${START}${LETTER}[ \t]+)\*\*((?:(?!\*\*).)+)\*\*[ \t]*$`,
].map((mark) => new RegExp(mark, "iu"));

/** Whether choices begin on a line of a text, each on a line of its own. */
export function offersChoices(text: string): boolean {
  return LETTERED_LINES.test(text);
}

const LETTERED_LINES = /^[ \t]*\(?[Aa][.:)]\s.*\n\s*\(?[Bb][.:)]\s/m;
