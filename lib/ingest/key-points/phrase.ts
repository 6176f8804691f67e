import { mainClause } from "./claims";
import { LONGEST_TEXT, fit, joinWhatFits } from "./fit";
import type { Part } from "./part";
import { countWords, lowerFirst } from "./plain-text";
import { isLabel, withoutParentheses } from "./title";
import { DEED, OPEN_TITLE } from "./words";

/** What a part says in one line: its title, and the gist of what stands under it. */
export function phrase(part: Part): string {
  // A colon will stand between the title and what it tells.
  const title = isLabel(part.title ?? "") ? "" : (part.title ?? "").replace(": ", " – ");
  const told = gist(part, LONGEST_TEXT - title.length - 2);
  if (told === null) return fit(title);
  const whole = titled(title, told);
  if (whole.length <= LONGEST_TEXT || title === "") return fit(whole);
  // A whole claim says more without its title than cut short after it.
  if (restates(title, told)) return fit(told);
  return fit(titled(title, mainClause(told, `${title}: `) ?? told), title.length + 2);
}

/** "Definition of a job queue" and "A job queue is …". */
function restates(title: string, told: string): boolean {
  const subject = /^(?:an? |the )?(\S+ \S+)/i.exec(told)?.[1] ?? "";
  return subject !== "" && title.toLowerCase().includes(subject.toLowerCase());
}

function titled(title: string, told: string): string {
  if (title === "") return told;
  // "Let: let was …" says it twice.
  if (told.toLowerCase().startsWith(`${title.toLowerCase()} `)) return told;
  if (OPEN_TITLE.test(title)) return `${title} ${lowerFirst(told)}`;
  return title.endsWith("?") ? `${title} ${told}` : `${title}: ${told}`;
}

// What is told under a title: a claim, else what was done, else the parts' titles or claims.
function gist(part: Part, room: number): string | null {
  const claim = part.claim();
  if (claim !== null) return claim;
  const children = part.children();
  const deed = children.find(({ title }) => DEED.test(title ?? ""));
  if (deed) return gist(deed, room);
  return leadIns(children, room) ?? partGists(children, room);
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
  const claim = part.claim();
  if (claim !== null) return claim;
  // One word says nothing by itself.
  const isTold = part.title !== null && tells(part.title) && countWords(part.title) >= 2;
  return isTold ? part.title : gist(part, room);
}

// A question or a path ("Gateway → Lambda") says nothing yet.
function tells(title: string): boolean {
  return !isLabel(title) && !/[?→]/.test(title);
}
