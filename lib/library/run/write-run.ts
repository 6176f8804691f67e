import { answerSettledPairs, askAboutPairs, bookSame, type PairAsk } from "@/lib/db/library/asks";
import { putRetireAsk, retireAllMissing } from "@/lib/db/library/retire-asks";
import type { Database } from "@/lib/db/client";
import { finishRun, startRun } from "@/lib/db/library/documents";
import { clearStaged } from "@/lib/db/library/write-questions";
import { type DocumentsPlan, writeDocuments } from "@/lib/db/library/write-documents";
import type { IngestChanges, Run } from "./decide-run";
import { newId } from "@/lib/use-case/ids";
import { mergeQuestions } from "@/lib/library/merges/merge-questions";
import type { Group } from "./plan-run";

/** Books the run, with what it decided not to put away: a later run must know, should this one stop. */
export async function beginRun(database: Database, { at, missing }: Run): Promise<string> {
  return database.write(async (tx) => {
    const id = await startRun(tx, newId(), at);
    await clearStaged(tx);
    for (const ask of missing.asks) await putRetireAsk(tx, ask, at);
    await retireAllMissing(tx, missing.retiredLate, at);
    return id;
  });
}

/**
 * Writes a group's documents, and leaves the store to others for a moment after each transaction. The
 * last one makes them new; what comes before it is not in use.
 */
export async function writeGroup(
  database: Database,
  plans: readonly DocumentsPlan[],
  group: Group,
): Promise<void> {
  for (const plan of plans.slice(0, -1))
    await sharing(() => database.write((tx) => writeDocuments(tx, plan, newId)));
  const last = plans.at(-1);
  if (last) await sharing(() => writeLast(database, last, group));
}

async function writeLast(database: Database, plan: DocumentsPlan, group: Group): Promise<void> {
  const { at } = plan;
  await database.write(async (tx) => {
    await writeDocuments(tx, plan, newId);
    for (const { from, into } of group.merges) {
      const pair: PairAsk = { kind: "part", known: from.id, other: into };
      const ask = await bookSame(tx, pair, { newId, at });
      await mergeQuestions(tx, { from: from.id, into, ask, isMissing: true }, at);
    }
    await askAboutPairs(tx, group.asks, { newId, at });
  });
}

/** Books the end of a run with what it changed. */
export async function endRun(
  database: Database,
  id: string,
  changes: IngestChanges,
  at: Date,
): Promise<void> {
  await database.write(async (tx) => {
    await answerSettledPairs(tx, at);
    await finishRun(tx, id, at, changes);
  });
}

/** In the first quarter of a second, SQLite looks at least this often whether the store is free. */
const LOOKS_EVERY_MS = 50;

/**
 * Does a write, and leaves the store to others for as long as it took, or until one that waits in
 * another process must have seen that it is free.
 */
async function sharing(write: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  await write();
  const restMs = Math.min(performance.now() - begun, LOOKS_EVERY_MS);
  await new Promise((resolve) => setTimeout(resolve, restMs));
}
