import type { Part } from "./part";
import { countWords, lowerFirst } from "./plain-text";
import { isLabel, withoutParentheses } from "./title";
import { CONNECTIVES, DEED, ENDS, OPEN_TITLE } from "./words";

/** The longest text of a key point, in UTF-16 units. */
export const LONGEST_TEXT = 120;

/** What a part says in one line: its title, and the gist of what stands under it. */
export function phrase(part: Part): string {
  // A colon will stand between the title and what it tells.
  const title = isLabel(part.title ?? "") ? "" : (part.title ?? "").replace(": ", " – ");
  const told = gist(part, LONGEST_TEXT - title.length - 2);
  return fit(titled(title, told));
}

function titled(title: string, told: string | null): string {
  if (title === "" || told === null) return told ?? title;
  // "Let: let was …" says it twice.
  if (told.toLowerCase().startsWith(`${title.toLowerCase()} `)) return told;
  if (OPEN_TITLE.test(title)) return `${title} ${lowerFirst(told)}`;
  return title.endsWith("?") ? `${title} ${told}` : `${title}: ${told}`;
}

// What is told under a title: a claim, else what was done, else the parts' titles or claims.
function gist(part: Part, room: number): string | null {
  if (part.claim !== null) return part.claim;
  const deed = part.children.find(({ title }) => DEED.test(title ?? ""));
  if (deed) return gist(deed, room);
  return leadIns(part.children, room) ?? partGists(part.children, room);
}

/** The titles of parts, as far as `room` characters go; null when they are few or bare names. */
export function leadIns(parts: readonly Part[], room: number): string | null {
  const leads = parts.flatMap(({ title }) => (title !== null && tells(title) ? title : []));
  const wordsInAll = countWords(withoutParentheses(leads.join(" ")));
  if (leads.length < 2 || wordsInAll < leads.length * 2) return null;
  return joinWhatFits(leads, ", ", room);
}

function partGists(parts: readonly Part[], room: number): string | null {
  const told = parts.flatMap((part) => partGist(part, room) ?? []);
  return told.length > 1
    ? joinWhatFits(told.map(withoutParentheses), "; ", room)
    : (told[0] ?? null);
}

function partGist(part: Part, room: number): string | null {
  if (part.claim !== null) return part.claim;
  return part.title !== null && tells(part.title) ? part.title : gist(part, room);
}

// A question or a path ("Gateway → Lambda") says nothing yet.
function tells(title: string): boolean {
  return !isLabel(title) && !/[?→]/.test(title);
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

/** The text at a point's length: if too long, without parentheses, then cut at a clause or word. */
export function fit(text: string): string {
  return withoutClosingMarks(text.length <= LONGEST_TEXT ? text : cut(withoutParentheses(text)));
}

function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const whole = ENDS.map((pattern) => lastEnd(text, pattern)).find((end) => end !== null);
  if (whole) return withoutLooseEnd(text.slice(0, whole));
  const space = text.lastIndexOf(" ", LONGEST_TEXT - 1);
  const end = space > LONGEST_TEXT / 2 ? space : LONGEST_TEXT - 1;
  return `${withoutLooseEnd(text.slice(0, end).replace(HALF_CHARACTER, ""))}…`;
}

const HALF_CHARACTER = /[\ud800-\udbff]$/;

// The last place within a point's length, but not in its first half or in parentheses.
function lastEnd(text: string, pattern: RegExp): number | null {
  const ends = [...text.slice(0, LONGEST_TEXT + 20).matchAll(pattern)].map(({ index }) => index);
  const isGood = (end: number) =>
    end >= LONGEST_TEXT / 2 && end <= LONGEST_TEXT && isBalanced(text.slice(0, end));
  return ends.findLast(isGood) ?? null;
}

function isBalanced(text: string): boolean {
  return text.split("(").length === text.split(")").length;
}

/** The text without a last word or mark that wants another after it ("… the keys, using"). */
export function withoutLooseEnd(text: string): string {
  return text.replace(LOOSE_END, "");
}

const LOOSE_END = new RegExp(`(?:\\s${CONNECTIVES}\\b|[\\s,;:–—([{“‘→&+/.-])+$`, "i");

/** The text without the marks that close a sentence. */
export function withoutClosingMarks(text: string): string {
  return text.replace(/[\s,;:.!。！–—-]+$/, "");
}
