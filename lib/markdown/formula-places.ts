/** Where formulas may begin in a text: offsets of `$` and `$$`, and lines (from 1) of a bare `$$`. */
export type FormulaPlaces = { offsets: ReadonlySet<number>; lines: ReadonlySet<number> };

// No letter, digit or closing bracket before it: `US$5`, `foo$`, `f(x)$`. What is escaped is no dollar.
const OPENING = /(?<![\p{L}\p{N}$\\)\]}+])\${1,2}(?!\$)/gu;
const LONGEST = 2000;

/**
 * Finds formulas by Pandoc's rule (manual, "Math"): no space inside the dollars, no digit after the
 * closing one. What could as well be prices, shell variables or prose is left out. Markdown's own
 * marks are not looked at: a place within code is never asked for.
 */
export function formulaPlaces(markdown: string): FormulaPlaces {
  const offsets = [...markdown.matchAll(OPENING)]
    .filter(({ 0: dollars, index }) => isFormula(markdown, index, dollars))
    .map(({ index }) => index);
  return { offsets: new Set(offsets), lines: fencedLines(markdown) };
}

function isFormula(markdown: string, index: number, dollars: string): boolean {
  const start = index + dollars.length;
  const rest = markdown.slice(start, start + LONGEST);
  const length = closingOf(rest, dollars);
  if (length < 1) return false;
  const source = rest.slice(0, length);
  const after = rest.charAt(length + dollars.length);
  if (/\n\s*\n|\\$/.test(source) || readsAsProse(source)) return false;
  if (dollars === "$$" && standsAlone(markdown, index, after)) return source.trim() !== "";
  if (/^\s|\s$/.test(source) || /[\d_({$]/.test(after)) return false;
  return !/\p{L}/u.test(after) || /^\p{L}$|[\\^]/u.test(source);
}

/** How many characters lie before the closing dollars; -1 where there are none. */
function closingOf(rest: string, dollars: string): number {
  return dollars === "$" ? rest.indexOf("$") : rest.search(/(?<!\$)\$\$(?!\$)/);
}

/** On lines of its own, with spaces inside for looks. */
function standsAlone(markdown: string, index: number, after: string): boolean {
  return (
    /(^|\n)[ \t>]*$/.test(markdown.slice(Math.max(0, index - 20), index)) && /^\s?$/.test(after)
  );
}

/** Two words in a row outside of commands and braces, or an amount with a word somewhere after it. */
function readsAsProse(source: string): boolean {
  const bare = source.replace(/\\[a-z]+|\{[^{}]*\}/gi, " ; ");
  return /\p{L}{2,}\s+\p{L}{2,}|^[\d.,]+[kmb]?\s.*?\p{L}{2,}/isu.test(bare);
}

/** Lines of `$$` alone. The last opens nothing: unclosed, it would take all that follows. */
function fencedLines(markdown: string): Set<number> {
  const lines = markdown
    .split(/\r\n|\r|\n/)
    .flatMap((line, i) => (/^[ \t>]*\$\$[ \t]*$/.test(line) ? [i + 1] : []));
  return new Set(lines.slice(0, -1));
}
