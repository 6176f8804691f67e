import { withoutParentheses } from "./key-point-title";
import { CONNECTIVES, PHRASE_STARTS } from "./key-point-words";

/** The longest text of a key point, in UTF-16 units. */
export const LONGEST_TEXT = 120;

/** The text at a point's length: if too long, without parentheses, then cut at a clause or word. */
export function fit(text: string): string {
  return withoutClosingMarks(text.length <= LONGEST_TEXT ? text : cut(withoutParentheses(text)));
}

function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const ends = [...text.matchAll(CLAUSE_OR_PHRASE_END)].map((match) => match.index);
  const clause = ends.findLast((end) => end <= LONGEST_TEXT) ?? 0;
  if (clause >= LONGEST_TEXT / 2) return withoutLooseEnd(text.slice(0, clause));
  const space = text.lastIndexOf(" ", LONGEST_TEXT - 1);
  const end = space > LONGEST_TEXT / 2 ? space : LONGEST_TEXT - 1;
  return `${withoutLooseEnd(text.slice(0, end).replace(HALF_CHARACTER, ""))}…`;
}

const CLAUSE_OR_PHRASE_END = new RegExp(`[,;:] |[.!?] | [–—-] |—| ${PHRASE_STARTS} `, "gi");
const HALF_CHARACTER = /[\ud800-\udbff]$/;

/** The text without a last word or mark that wants another after it ("… the keys, using"). */
export function withoutLooseEnd(text: string): string {
  return text.replace(LOOSE_END, "");
}

const LOOSE_END = new RegExp(`(?:\\s${CONNECTIVES}\\b|[\\s,;:–—([{“‘→&+/.-])+$`, "i");

/** The text without the marks that close a sentence. */
export function withoutClosingMarks(text: string): string {
  return text.replace(/[\s,;:.!。！–—-]+$/, "");
}

/** As many of `parts`, in order, as fit into `room` characters when joined; the first always. */
export function joinWhatFits(parts: readonly string[], separator: string, room: number): string {
  let joined = parts[0] ?? "";
  for (const part of parts.slice(1)) {
    if (joined.length + separator.length + part.length > room) break;
    joined += separator + part;
  }
  return joined;
}
