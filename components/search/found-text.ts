import { MOST_FOUND } from "@/lib/domain/search-query";
import type { SearchResults } from "@/lib/wire/search";

/** How many were found, in words. */
export function foundText({ found }: Pick<SearchResults, "found">): string {
  if (found === 0) return "Nothing found";
  return found < MOST_FOUND ? `${found} found` : `${MOST_FOUND} or more found`;
}
