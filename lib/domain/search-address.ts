import { SEARCH_STATES, type SearchState } from "./search-query";

/** Where the page of results of what was typed is; `from`: what a page of them gave for the next. */
export function searchAddress(typed: string, from: string | null = null): string {
  if (typed.trim() === "") return "/search";
  return `/search?${new URLSearchParams({ q: typed, ...(from !== null && { from }) }).toString()}`;
}

/** What was typed with a filter more, or without it where it has it already. */
export function toggled(typed: string, state: SearchState): string {
  const words = typed.split(/\s+/).filter((word) => word !== "");
  const others = words.filter((word) => word.toLowerCase() !== `is:${state}`);
  return (others.length < words.length ? others : [...words, `is:${state}`]).join(" ");
}

/** The same without any filter of a state. */
export function withoutStates(typed: string): string {
  return SEARCH_STATES.reduce(
    (rest, state) => (toggled(rest, state).length < rest.length ? toggled(rest, state) : rest),
    typed,
  );
}
