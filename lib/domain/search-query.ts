import { tokensIn } from "./search-tokens";

/** Words that follow each other in a text; the last may be the beginning of one. */
export type SearchTerm = { words: string[]; isBeginning: boolean };

/** What is asked of a question's state. */
export const SEARCH_STATES = [
  "due",
  "new",
  "seen",
  "flagged",
  "suspended",
  "buried",
  "leech",
  "slipping",
  "asked",
  "unanswered",
] as const;
export type SearchState = (typeof SEARCH_STATES)[number];

/** What a question must be to be found: all of it. */
export type SearchQuery = {
  terms: SearchTerm[];
  /** Topics' paths: it lies in each, or below. */
  topics: string[];
  tags: string[];
  states: SearchState[];
  /** Nothing was asked for; where only signs were, it was something that no text says. */
  isEmpty: boolean;
};

/** So many are found and counted: who wants more had better say more. */
export const MOST_FOUND = 1000;

const LONGEST = 500;
const MOST_TERMS = 20;
/** A phrase, a filter with one, or what stands between spaces. A phrase may still be being typed. */
const PART = /(?:(tag):)?["“”„]([^"“”„]*)(["“”„]|$)|\S+/giu;
const FILTER = /^(topic|tag|is):(.+)$/i;

/**
 * What was typed to be searched for: words, of which the last may be a beginning, `"a phrase"`, and the
 * filters `topic:SLUG/PATH`, `tag:NAME`, `is:STATE`. What is no filter is searched for: nothing is an error.
 */
export function readSearch(typed: string): SearchQuery {
  const text = typed.slice(0, LONGEST);
  const query: SearchQuery = {
    terms: [],
    topics: [],
    tags: [],
    states: [],
    isEmpty: text.trim() === "",
  };
  for (const { 0: part, 1: isTag, 2: phrase, 3: close, index } of text.matchAll(PART)) {
    const isLast = index + part.length === text.length;
    if (isTag !== undefined && phrase?.trim()) query.tags.push(phrase.trim());
    else if (phrase !== undefined) addTerm(query, phrase, isLast && close === "");
    else if (!addFilter(query, part)) addTerm(query, part, isLast);
  }
  return query;
}

/** Whether a query finds nothing, whatever is stored: it says signs alone. */
export function findsNothing({ terms, topics, tags, states, isEmpty }: SearchQuery): boolean {
  return !isEmpty && terms.length + topics.length + tags.length + states.length === 0;
}

function addFilter(query: SearchQuery, part: string): boolean {
  const [, name = "", value = ""] = FILTER.exec(part) ?? [];
  switch (name.toLowerCase()) {
    case "topic":
      query.topics.push(value.replace(/^\/+|\/+$/g, "").toLowerCase());
      return true;
    case "tag":
      query.tags.push(value);
      return true;
    case "is": {
      const state = SEARCH_STATES.find((one) => one === value.toLowerCase());
      if (state) query.states.push(state);
      return state !== undefined;
    }
    default:
      return false;
  }
}

function addTerm(query: SearchQuery, text: string, mayGoOn: boolean): void {
  const words = tokensIn(text).map(({ word }) => word);
  if (words.length === 0 || query.terms.length === MOST_TERMS) return;
  // One letter begins too many words to say anything, and is a name: C, R.
  const isBeginning = mayGoOn && (words.at(-1) ?? "").length > 1;
  query.terms.push({ words, isBeginning });
}
