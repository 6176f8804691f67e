import type { List, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";

// In front of or behind the right one.
const SIGN = "(?:[✅✔☑✓]\\ufe0f?)";
const START = String.raw`[ \t]*(?:[-*+] +)?`;
const LETTER = String.raw`\(?[A-Ha-h][.:)]`;

// `( )`, `(x)`, and `[( )]`, `[[X]]` as LiaScript has them.
const BOX = String.raw`(?:\[?\([ xX]\)\]?|\[\[[ xX]\]\])`;

/** A list of answers to choose from: `A: …`, `b) …`, `1: …`, or boxes of which one is ticked, `[x]` or `(x)`. */
export function isChoices(block: RootContent): boolean {
  if (block.type === "paragraph") return areChoices(toString(block));
  if (block.type !== "list") return false;
  if (block.children.every(({ checked }) => typeof checked === "boolean")) return true;
  return block.children.length > 1 && (block.children.every(isLettered) || areBoxes(block));
}

function areChoices(text: string): boolean {
  return FIRST_LINES.test(text) || FIRST_BOXES.test(text);
}

const FIRST_LINES = new RegExp(
  String.raw`^(?:${SIGN}\s*)?\(?[Aa][.:)]\s.*\n\s*(?:${SIGN}\s*)?\(?[Bb][.:)]\s`,
  "u",
);

const FIRST_BOXES = new RegExp(String.raw`^${BOX}[ \t]+\S.*\n\s*${BOX}[ \t]`, "u");

function areBoxes({ children }: List): boolean {
  const texts = children.map((item) => toString(item));
  return texts.every((text) => BOXED.test(text)) && !texts.every((text) => TICK.test(text));
}

const BOXED = new RegExp(String.raw`^${BOX}\s`, "u");
const TICK = /^\[?[[(][xX]/;

function isLettered(item: List["children"][number]): boolean {
  return LETTERED.test(toString(item).trim());
}

const LETTERED = new RegExp(String.raw`^(?:${SIGN}\s*)?(?:${LETTER}|\(?\d[:)])(?:\s|$)`, "u");

/** Whether the choices themselves say which is right: by a tick, by a sign, or as those in bold. */
export function isTicked(source: string, block: RootContent): boolean {
  if (block.type === "list" && block.children.some(({ checked }) => checked === true)) return true;
  const { start, end } = block.position ?? {};
  const text = source.slice(start?.offset, end?.offset);
  if (isChoices(block) && withoutTicks(text) !== text) return true;
  const lines = text.match(CHOICE_LINE) ?? [];
  const marked = lines.filter((line) => unmarked(line) !== line);
  return marked.length > 0 && marked.length < lines.length;
}

const CHOICE_LINE = new RegExp(
  String.raw`^${START}(?:${SIGN} *)?(?:\*\*)?${LETTER}(?:\*\*)?[ \t][^\r\n]*$`,
  "gmu",
);

/** The same without what tells the right one. */
export function unticked(markdown: string): string {
  return withoutTicks(markdown).replaceAll(CHOICE_LINE, (line) => unmarked(line));
}

function withoutTicks(markdown: string): string {
  return markdown
    .replaceAll(/^(\s*[-*+] )\[[xX]\]/gm, "$1[ ]")
    .replaceAll(/^(\s*(?:[-*+] +)?(?:\[?\(|\[\[))[xX](?=\)\]? |\]\] )/gm, "$1 ");
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
