import type { RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { QUESTION_LABEL } from "./label-words";
import { EMOJI } from "./written-text";

/** What stands before a question, and the question. */
export type Marked = { number: number | null; text: string; isMarked: boolean };

/**
 * Takes `Q.`, `Q12:`, `Question 3 –`, `第 3 题：`, `12.` or `1.2` off the front of a question. `isMarked`
 * says that it was marked as one by more than a number.
 */
export function readMark(written: string): Marked {
  const plain = withoutDecoration(written);
  const [, emphasis = ""] = /^(\*\*|__)(?=\S)/.exec(plain) ?? [];
  const text = plain.slice(emphasis.length);
  const named = NAMED.exec(text) ?? COUNTED.exec(text);
  const mark = named ?? NUMBERED.exec(text);
  const rest = text.slice(mark?.[0].length ?? 0);
  return {
    number: numberIn(mark?.groups?.number),
    text: withoutEmphasis(withEmphasis(emphasis, rest)).trim(),
    isMarked: named !== null,
  };
}

/** Without the emoji before it: `💡 What is …?` */
function withoutDecoration(written: string): string {
  const rest = written.replace(DECORATION, "");
  return rest === "" ? written : rest;
}

const DECORATION = new RegExp(`^(?:${EMOJI.source}|\\s)+`, "u");

/** The first number in what stands for a question's; null without one that a database can hold. */
export function numberIn(written = ""): number | null {
  const [digits] = /\d+/.exec(written) ?? [];
  return digits === undefined || Number(digits) > LARGEST_INTEGER ? null : Number(digits);
}

const LARGEST_INTEGER = 2 ** 31 - 1;

const NAMED = new RegExp(
  `^${QUESTION_LABEL}(?:\\s*(?:#|№|no\\.?\\s*)?\\s*(?<number>\\d+)(?:\\s*[.:：)\\]]+|\\s+[–—-]+)?(?=\\s|\\*|$|\\p{L})|\\s*[.:)]+(?=\\s|\\*|$)|：|\\s+[–—-]+(?=\\s))\\s*`,
  "iu",
);
/** As Chinese and Japanese count. */
const COUNTED = /^第\s*(?<number>\d+)\s*[题題問问](?:\s*[：:、.．]|\s|$)\s*/u;
const NUMBERED =
  /^(?:[([#]?(?<number>\d{1,9})(?: (?=[.)] ))?[.):\]、．]+(?:\s+|(?=[\p{L}*`]))|\d+(?:\.\d+)+[.):]?\s+|#\d+\s+)/u;

/** Whether a heading only says that a question is below it: `Question`, `Вопрос (RU)`. */
export function saysQuestion(block: RootContent): boolean {
  return block.type === "heading" && ONLY_QUESTION.test(toString(block));
}

const ONLY_QUESTION = new RegExp(
  `^[^\\p{L}\\p{N}]*${QUESTION_LABEL}\\s*(?:\\(\\p{L}+\\))?\\s*[:：]?$`,
  "iu",
);

function withEmphasis(emphasis: string, rest: string): string {
  if (emphasis === "") return rest;
  return rest.startsWith(emphasis) ? rest.slice(emphasis.length) : emphasis + rest;
}

function withoutEmphasis(text: string): string {
  const [, inner] = /^(?:\*{1,3}|_{1,3})([^*_]+)(?:\*{1,3}|_{1,3})$/.exec(text.trim()) ?? [];
  return inner ?? text;
}
