/**
 * A prompt's question as plain text, for lists and titles: its first line of words, that of a quote
 * where it is nothing else. What it asks about (code, tables, lists, quotes) names it only where no
 * other line does.
 */
export function firstLine(markdown: string): string {
  const text = unquoted(markdown.slice(0, BEGINNING));
  const lines = text.split("\n");
  const outside = text.replaceAll(FENCED, "").split("\n");
  return first(outside.filter((line) => !ASKED_ABOUT.test(line))) ?? first(lines) ?? "";
}

/** The same for a page's name: not longer than a tab or a screen reader wants to tell. */
export function shortLine(markdown: string): string {
  const line = firstLine(markdown);
  if (line.length <= LONGEST_NAME) return line;
  return `${line.slice(0, LONGEST_NAME).replace(/\s+\S*$/, "")} …`;
}

const LONGEST_NAME = 80;

/** In characters: what comes after them names nothing. */
const BEGINNING = 4000;
const FENCED = /^[ \t]*(`{3,}|~{3,})[\s\S]*?^[ \t]*\1.*$/gm;
const ASKED_ABOUT = /^\s*(?:>|[-*+]\s|\d{1,9}[.)]\s|\||\$\$|!\[[^\]]*\]\([^)]*\)\s*$)/;
/** A line under or between texts, and one that opens or closes code. */
const RULE = /^\s*(?:[-=*_]{3,}\s*|[`~]{3,}.*)$/;

function first(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const words = RULE.test(line) ? "" : plainLine(line);
    if (words !== "") return words;
  }
  return undefined;
}

/** A text that is a quote and nothing else, without its marks. */
function unquoted(markdown: string): string {
  const parts = markdown.trim().split(/\n\s*\n/);
  if (markdown.trim() === "" || !parts.every((part) => /^\s*>/.test(part))) return markdown;
  return unquoted(markdown.replaceAll(/^[ \t]*> ?/gm, "")).replace(CALLOUT, "");
}

/** `[!QUESTION]`, which opens a callout. */
const CALLOUT = /^\s*\[![\w-]+\][+-]?[ \t]*/;

const BLOCK_MARKS = /^\s*(?:>\s*|#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?)+/;
/** Code, what is escaped, links and pictures, tags, and the marks of what stands out. */
const INLINE =
  /(`+)(.+?)\1(?!`)|\\([!-/:-@[-`{-~])|!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>|~~|`|(?<!\s)\*+|\*+(?!\s)|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}{])/giu;

/** A line without the marks of Markdown. An underscore within a word is part of a name, and one before a brace of a formula. */
export function plainLine(line: string): string {
  return line
    .replace(BLOCK_MARKS, "")
    .replace(/\s+#+\s*$/, "")
    .replaceAll(INLINE, (_all, _ticks: string, code?: string, escaped?: string, text?: string) =>
      text === undefined ? (code?.trim() ?? escaped ?? "") : plainLine(text),
    )
    .trim();
}
