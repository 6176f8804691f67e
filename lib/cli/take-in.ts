import { systemClock } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import type { Environment } from "@/lib/env";
import { ingestDocuments } from "@/lib/library/run/ingest-documents";
import { readChanges } from "@/lib/library/run/read-changes";
import type { Extract } from "@/lib/library/run/take-files";
import { alone } from "./data-folder";
import { changesText, unreadableText } from "./ingest-report";

/**
 * Takes in what has changed in the content folder, and answers the report for people. `changed`: the
 * paths within it that may be other than before; null where none are known. `again`: also what ran out
 * of time before.
 */
export function takeInContent(
  environment: Environment,
  { database, extract }: { database: Database; extract: Extract },
  { changed, again }: { changed: readonly string[] | null; again: boolean },
): Promise<string> {
  const { contentFolder } = environment;
  return alone(environment, async () => {
    const read = await readChanges(database.read, contentFolder, changed);
    const { changes } = await ingestDocuments({ database, clock: systemClock, extract }, read, {
      dryRun: false,
      retireMissing: false,
      everything: false,
      again,
    });
    return [changesText(changes), ...read.unreadable.map(unreadableText)].join("\n");
  });
}
