import type { Line } from "@/lib/ingest/lines";
import { cutOut, type Excerpt } from "./excerpt";
import { ANSWER_LABEL, QUESTION_LABEL } from "./label-words";

/** One answer of a key: the question's number, and its text without what that question says. */
export type KeyEntry = { number: number; answer: (prompt: string) => Excerpt | null };

type Mark = { number: number; form: string; line: Line; text: string };

/**
 * The numbered answers in the lines of a key: items, headings, bold numbers or rows of a table, all
 * of one form and counting on; or several on a line. Numbers may begin anew below a heading.
 */
export function entriesIn(lines: readonly Line[]): KeyEntry[] {
  const marks = marksIn(lines);
  if (marks.length < 2) return inLine(lines);
  const above = lines[0]?.number ?? 1;
  return marks.map(({ number, form, line, text }, i) => {
    const next = marks[i + 1]?.line.number ?? Infinity;
    const own = lines.slice(line.number - above + 1, next - above);
    const isRow = form.startsWith("|");
    const more = isRow ? [] : own.filter((it) => !isFrame(it));
    return {
      number,
      answer: (prompt) => {
        const isTitle = form.startsWith("#") && prompt.includes(text);
        const below = dedented(more.map((it) => it.text));
        const written = [isTitle ? "" : text, ...below].join("\n");
        return cutOut(written, { start: 0, end: written.length }, line.number);
      },
    };
  });
}

/** Rules, and the tags of the fold that a key stands in. */
function isFrame({ text }: Line): boolean {
  return /^\s*(?:<\/?(?:details|summary|br|div)\b.*>|-{3,}|\*{3,}|_{3,})\s*$/i.test(text);
}

function dedented(lines: readonly string[]): string[] {
  const indents = lines
    .filter((line) => line.trim() !== "")
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents);
  return Number.isFinite(least) ? lines.map((line) => line.slice(least)) : [...lines];
}

function marksIn(lines: readonly Line[]): Mark[] {
  const marks: Mark[] = [];
  let isCode = false;
  let isBelowHeading = true;
  for (const line of lines) {
    if (/^\s*(?:```|~~~)/.test(line.text)) isCode = !isCode;
    const mark = isCode ? null : markOf(line);
    const last = marks.at(-1);
    const isNext =
      mark !== null && (!last || (mark.form === last.form && countsOn(last, mark, isBelowHeading)));
    if (mark && isNext) marks.push(mark);
    if (line.text.startsWith("#")) isBelowHeading = true;
    else if (mark && isNext) isBelowHeading = false;
  }
  return marks;
}

function countsOn(last: Mark, mark: Mark, isBelowHeading: boolean): boolean {
  return mark.number === last.number + 1 || (isBelowHeading && mark.number === 1);
}

const MARK = new RegExp(
  String.raw`^( {0,3}(?:#{1,6}\s+|[-*+]\s+|\|\s*)?(?:\*\*|__)?(?:(?:a|${ANSWER_LABEL}|${QUESTION_LABEL})\s*#?\s*)?)(\d{1,4})((?:\*\*|__)?\s*(?:[.):：、．|–—]|-(?=\s?\w))(?:\*\*|__)?\s*)`,
  "iu",
);

/** The number that a line begins with, and what follows. */
function markOf(line: Line): Mark | null {
  const [all, before = "", number = "", after = ""] = MARK.exec(line.text) ?? [];
  if (all === undefined) return null;
  const isBold = /\*\*|__/.test(before) && !/\*\*|__/.test(after);
  const rest = `${isBold ? "**" : ""}${line.text.slice(all.length)}`;
  const isRow = before.trimStart().startsWith("|");
  const text = isRow ? (rest.split("|")[0] ?? "") : rest;
  return {
    number: Number(number),
    form: before.trim() + after.replaceAll(/[\s*_]/g, ""),
    line,
    text: text.trim(),
  };
}

/** `1. b 2. c`, `1-B, 2-C`: on one line. */
function inLine(lines: readonly Line[]): KeyEntry[] {
  for (const line of lines) {
    const entries = partsOf(line);
    if (entries.length >= 2) return entries;
  }
  return [];
}

function partsOf({ text, number: lineNumber }: Line): KeyEntry[] {
  const starts: { index: number; length: number }[] = [];
  for (const { index, 0: all, 1: number } of text.matchAll(PART))
    if (Number(number) === starts.length + 1) starts.push({ index, length: all.length });
  return starts.map(({ index, length }, i) => {
    const written = text
      .slice(index + length, starts[i + 1]?.index)
      .replace(/(?<![\s,;·|*)])[\s,;·|*)]+$/, "");
    return {
      number: i + 1,
      answer: () => cutOut(written, { start: 0, end: written.length }, lineNumber),
    };
  });
}

const PART = /(?<![\p{L}\p{N}.])(\d{1,3})\s*(?:[.):](?!\d)|-(?=\s?\p{L}))\s*(?=\S)/gu;
