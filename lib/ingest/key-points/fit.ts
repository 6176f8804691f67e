import { withoutParentheses } from "./title";
import { CLAUSE_ENDS, CONNECTIVES, OPEN_CLAUSE, PHRASE_ENDS, WANTING } from "./words";
import { CONNECTIVES_ABROAD } from "./words-abroad";

/** The longest text of a key point, in UTF-16 units. */
export const LONGEST_TEXT = 120;

/** As many of `parts`, in order, as fit into `room` characters when joined; the first always. */
export function joinWhatFits(parts: readonly string[], separator: string, room: number): string {
  let joined = parts[0] ?? "";
  for (const part of parts.slice(1)) {
    if (joined.length + separator.length + part.length > room) break;
    joined += separator + part;
  }
  return joined;
}

/**
 * The text at a point's length: if too long, without parentheses, then cut at a clause or word, but
 * not before `told`, where its title ends.
 */
export function fit(text: string, told = 0): string {
  return withoutClosingMarks(
    text.length <= LONGEST_TEXT ? text : cut(withoutParentheses(text), told),
  );
}

function cut(text: string, told: number): string {
  if (text.length <= LONGEST_TEXT) return text;
  const clause = lastEnd(text, CLAUSE_ENDS, Math.max(SHORTEST_CLAUSE, told)) ?? 0;
  const ends = PHRASE_ENDS.map((kind) => lastEnd(text, kind, LONGEST_TEXT / 2));
  const further = ends.find((end) => end !== null) ?? 0;
  // What follows a whole clause is worth having when it is more than its first words.
  if (clause >= LONGEST_TEXT / 2 || (clause > 0 && further - clause < SHORTEST_CLAUSE))
    return text.slice(0, clause).replace(/,? (?:and|but|or)$/i, "");
  if (further > 0) {
    const kept = text.slice(0, further);
    return withoutLooseEnd(text[further] === "," ? kept : kept.replace(STUMP, ""));
  }
  const space = text.lastIndexOf(" ", LONGEST_TEXT - 1);
  const end = space > LONGEST_TEXT / 2 ? space : LONGEST_TEXT - 1;
  return `${withoutLooseEnd(text.slice(0, end).replace(HALF_CHARACTER, ""))}…`;
}

const SHORTEST_CLAUSE = 40;

// The first word of what a cut has taken away: "…, important | for telling them apart".
const STUMP = /, [^\s,]+(?: [^\s,]+)?$/;
const HALF_CHARACTER = /[\ud800-\udbff]$/;

// The last place from a length on and within a point's, but not in parentheses.
function lastEnd(text: string, ends: RegExp, from: number): number | null {
  const places = [...text.slice(0, LONGEST_TEXT + 20).matchAll(ends)].map(({ index }) => index);
  const isGood = (end: number) =>
    end >= from && end <= LONGEST_TEXT && isWhole(text.slice(0, end), text[end] === ",");
  return places.findLast(isGood) ?? null;
}

function isWhole(kept: string, isAtComma: boolean): boolean {
  return isBalanced(kept) && !WANTING.test(kept) && !(isAtComma && OPEN_CLAUSE.test(kept));
}

/** Whether no parenthesis of the text stays open. */
export function isBalanced(text: string): boolean {
  return text.split("(").length === text.split(")").length;
}

/** The text without a last word or mark that wants another after it ("… the keys, using"). */
export function withoutLooseEnd(text: string): string {
  const at = Math.max(0, text.length - LONGEST_END);
  return text.slice(0, at) + text.slice(at).replace(LOOSE_END, "");
}

const LONGEST_END = 60;
const LOOSE_END = new RegExp(
  `(?:\\s(?:${CONNECTIVES}|${CONNECTIVES_ABROAD})(?![\\p{L}\\p{N}])|[\\s,،;:–—([{“‘→&+/.-])+$`,
  "u",
);

/** The text without the marks that close a sentence. */
export function withoutClosingMarks(text: string): string {
  let end = text.length;
  while (CLOSING.has(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

const CLOSING = new Set("\t\n ,;:.!。！；，、।–—-");
