import type { Database } from "@/lib/db/client";
import { textsSince } from "@/lib/db/renderings";
import { renderedQuestion } from "@/lib/use-case/rendered";

const PAGE = 100;

/** Renders the questions whose text was taken in since a time, after all that somebody waits for. */
export async function renderAhead(database: Database, since: Date): Promise<void> {
  let after = "";
  for (;;) {
    const texts = await textsSince(database.read, { since, after, limit: PAGE });
    for (const text of texts) await renderedQuestion(database, text, "later");
    const last = texts.at(-1);
    if (!last) return;
    after = last.id;
  }
}
