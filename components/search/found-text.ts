import type { SearchResults } from "@/lib/wire/search";

/** As many are counted. */
const MOST = 1000;

/** How many were found, in words. */
export function foundText({ found }: Pick<SearchResults, "found">): string {
  if (found === 0) return "Nothing found";
  return found < MOST ? `${found} found` : `${MOST} or more found`;
}
