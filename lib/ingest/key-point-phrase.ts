import type { Part } from "./answer-part";
import { LONGEST_TEXT, fit, joinWhatFits } from "./key-point-fit";
import { isLabel, withoutParentheses } from "./key-point-title";
import { DEED, OPEN_TITLE } from "./key-point-words";
import { countWords, lowerFirst, upperFirst } from "./plain-text";

/** What a part says in one line: its title, and the gist of what stands under it. */
export function phrase(part: Part): string {
  const title = isLabel(part.title ?? "") ? "" : (part.title ?? "").replace(": ", " – ");
  const told = gist(part, LONGEST_TEXT - title.length - 2);
  return upperFirst(fit(titled(title, told)));
}

function titled(title: string, told: string | null): string {
  if (title === "" || told === null) return told ?? title;
  if (OPEN_TITLE.test(title)) return `${title} ${lowerFirst(told)}`;
  return title.endsWith("?") ? `${title} ${told}` : `${title}: ${told}`;
}

/**
 * What is told under a part's title: its first claim, else what was done, else the lead-ins of its parts, else what its
 * parts claim, as far as `room` characters go; null when nothing is told.
 */
export function gist(part: Part, room: number): string | null {
  if (part.claim !== null) return part.claim;
  const deed = part.children.find(({ title }) => DEED.test(title ?? ""));
  if (deed) return gist(deed, room);
  return leadIns(part.children, room) ?? partGists(part.children, room);
}

/** The titles of parts that tell enough by themselves, or null when they are bare names or few. */
export function leadIns(parts: readonly Part[], room: number): string | null {
  const leads = parts
    .flatMap(({ title }) => title ?? [])
    .filter((lead) => !isLabel(lead) && !/[?→]/.test(lead) && nameLength(lead) <= 6);
  const wordsInAll = leads.reduce((sum, lead) => sum + nameLength(lead), 0);
  if (leads.length < 2 || wordsInAll < leads.length * 2) return null;
  return joinWhatFits(leads, ", ", room);
}

function nameLength(title: string): number {
  return countWords(withoutParentheses(title));
}

function partGists(parts: readonly Part[], room: number): string | null {
  const told = parts.slice(0, 3).flatMap((part) => partGist(part, room) ?? []);
  return told.length > 1
    ? joinWhatFits(told.map(withoutParentheses), "; ", room)
    : (told[0] ?? null);
}

function partGist(part: Part, room: number): string | null {
  const title = part.title?.endsWith("?") ? null : part.title;
  const telling = title !== null && countWords(title) >= 3 ? title : null;
  return part.claim ?? telling ?? gist(part, room) ?? title;
}
