import type { Database } from "@/lib/db/client";
import { textsAfter } from "@/lib/db/renderings";
import { renderedQuestion } from "@/lib/use-case/rendered";

const PAGE = 100;

/**
 * Renders the questions whose text was taken in after an id was made, after all that somebody waits
 * for.
 */
export async function renderAhead(database: Database, id: string): Promise<void> {
  let after = id;
  for (;;) {
    const texts = await textsAfter(database.read, after, PAGE);
    for (const text of texts) await renderedQuestion(database, text, "later");
    const last = texts.at(-1);
    if (!last) return;
    after = last.id;
  }
}
