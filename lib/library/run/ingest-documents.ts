import { breathe } from "@/lib/breathe";
import type { Clock } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import { isRunUnfinished } from "@/lib/db/library/documents";
import { keepFileStamps } from "@/lib/db/library/stored-files";
import type { ReadDocuments } from "@/lib/ingest/read-documents";
import { decideRun, type IngestChanges } from "./decide-run";
import type { Changes } from "./outcomes";
import type { PackedDraft } from "./packed-draft";
import { type DocumentOutcomes, planGroup } from "./plan-group";
import type { Group } from "./plan-run";
import { type Extract, type Progress, takeFiles } from "./take-files";
import { beginRun, endRun, writeGroup } from "./write-run";

export type Ingested = {
  documents: PackedDraft[];
  changes: IngestChanges;
  /** Of the documents that changed. */
  outcomes: DocumentOutcomes[];
};

export type IngestOptions = {
  dryRun: boolean;
  /** Retire what is missing, however much it is. */
  retireMissing: boolean;
  /** Report the questions of unchanged documents too. */
  everything: boolean;
  /** Try again what ran out of time before, though its file is the same. */
  again?: boolean;
  /** Counts the files that were read. */
  onProgress?: Progress;
  /** Counts the questions that were stored. */
  onStored?: Progress;
};

/** What an ingest takes: the store, the time, and what makes drafts of a file. */
export type IngestContext = { database: Database; clock: Clock; extract: Extract };

/**
 * Takes documents in. Which question is which is found over the whole run; then each document is
 * written in a short transaction of its own, or with those that it exchanges questions with, so
 * that a stopped run leaves each wholly old or wholly new, and the next one continues. Unchanged
 * files are not even parsed. With `dryRun` it reports the same changes and writes nothing.
 */
export async function ingestDocuments(
  { database, clock, extract }: IngestContext,
  read: ReadDocuments,
  options: IngestOptions,
): Promise<Ingested> {
  const files = await takeFiles({ database, extract }, read, options);
  const { retireMissing } = options;
  const decided = { origin: read.origin, at: clock.now(), retireMissing };
  const { run, changes } = await decideRun(database.read, files, decided);
  const outcomes: DocumentOutcomes[] = [];
  const isNew = run.groups.length > 0 || run.missing.asks.length > 0;
  const writes = !options.dryRun && (isNew || (await isRunUnfinished(database.read)));
  const runId = writes ? await beginRun(database, run) : null;
  const ofAll = run.groups.reduce((sum, group) => sum + questionsOf(group), 0);
  let stored = 0;
  options.onStored?.(stored, ofAll);
  for (const group of run.groups) {
    const { plans, outcomes: own } = await planGroup(database.read, group, run);
    if (writes) await writeGroup(database, plans, group);
    stored += questionsOf(group);
    options.onStored?.(stored, ofAll);
    outcomes.push(...own);
    count(changes, group, own);
    await breathe();
  }
  if (!options.dryRun) await keepFileStamps(database, files.stamps);
  if (runId !== null) await endRun(database, runId, changes, clock.now());
  return { documents: files.drafts, changes, outcomes };
}

function questionsOf({ documents }: Group): number {
  return documents.reduce((sum, { questions }) => sum + questions.length, 0);
}

function count(changes: Changes, group: Group, outcomes: readonly DocumentOutcomes[]): void {
  changes.retired += group.retired.length;
  changes.merged += group.merges.length;
  for (const { questions } of outcomes) for (const { outcome } of questions) changes[outcome] += 1;
}
