import type { Dialect, ParsedDocument } from "./dialect";
import { numberedQuestion } from "./numbered-question";

/** All dialects; a new one is one file and one line here. */
export const DIALECTS: readonly Dialect[] = [numberedQuestion];

/** The dialect that sees the most questions in a document; null when none sees any. */
export function bestDialect(document: ParsedDocument): Dialect | null {
  const [best] = DIALECTS.map((dialect) => ({ dialect, found: dialect.detect(document) }))
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => b.found - a.found);
  return best?.dialect ?? null;
}
