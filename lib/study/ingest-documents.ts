import { breathe } from "@/lib/breathe";
import type { Clock } from "@/lib/clock";
import {
  answerSettledPairs,
  askAboutPairs,
  bookSame,
  type PairAsk,
  putRetireAsk,
  type RetireAsk,
  retireAsks,
  retireAllMissing,
} from "@/lib/db/asks";
import type { Database, Queries } from "@/lib/db/client";
import { finishRun, questionCounts, startRun } from "@/lib/db/documents";
import { documentKeyPoints, questionTags } from "@/lib/db/known-questions";
import { allTopics } from "@/lib/db/topics";
import { type DocumentsPlan, writeDocuments } from "@/lib/db/write-documents";
import { groupBy } from "@/lib/group-by";
import {
  type DocumentDraft,
  extractDocument,
  type SourceFile,
} from "@/lib/ingest/extract-document";
import type { Origin, ReadDocuments } from "@/lib/ingest/read-documents";
import { diagramFault } from "@/lib/markdown/diagram";
import { draftAhead } from "./draft-ahead";
import { type Changes, NO_CHANGES, type QuestionFate } from "./fates";
import { newId } from "./ids";
import { type IngestAsk, pairsToAsk, reportMissing, reportPairs } from "./ingest-asks";
import { matchDrafts, type MatchedRun } from "./match-drafts";
import { mergeQuestions } from "./merge-questions";
import { missingCount, type MissingPlan, planMissing } from "./missing-questions";
import { emptyPlan, planDocument } from "./plan-documents";
import { type Group, planRun } from "./plan-run";
import { TopicTree } from "./plan-topics";
import { type Extract, type Files, type Progress, takeFiles } from "./take-files";

export type IngestChanges = Changes & { asks: IngestAsk[] };

/** What became of a document's questions: of each draft, in order, and of those that are gone. */
export type DocumentFates = { path: string; questions: QuestionFate[]; retired: string[] };

export type Ingested = {
  documents: DocumentDraft[];
  changes: IngestChanges;
  /** Of the documents that changed. */
  fates: DocumentFates[];
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

/** Makes a file's drafts in this thread. */
export const extractHere: Extract = async (file) => extractDocument(file, diagramFault);

/** Documents as they would be taken in, without a store. */
export async function extractDocuments(
  extract: Extract,
  files: readonly SourceFile[],
  onProgress?: Progress,
): Promise<DocumentDraft[]> {
  const drafts: DocumentDraft[] = [];
  const draftOf = draftAhead(extract, files);
  for (const [i, file] of files.entries()) {
    drafts.push(await draftOf(file));
    onProgress?.(i + 1, files.length);
    await breathe();
  }
  return drafts;
}

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
  const store = database.read;
  const files = await takeFiles({ database, extract }, read, options);
  const gone = files.gone.map(({ id }) => id);
  const matched = await matchDrafts(store, files.changed, gone);
  const pairs = await pairsToAsk(store, matched);
  const counts = await questionCounts(store);
  const missing = missingOf(await retireAsks(store), { files, matched, pairs, counts }, options);
  const run: Run = {
    origin: read.origin,
    at: clock.now(),
    missing,
    groups: planRun(files, matched, missing, pairs),
    paths: new Map(files.stored.map(({ id, path }) => [id, path])),
    topics: new TopicTree(await allTopics(store)),
  };
  const changes = { ...NO_CHANGES, asks: await asksOf(store, run, matched, pairs) };
  changes.unchanged = unchangedCount(files, missing, counts);
  changes.retired = missingCount(missing.retiredLate);
  const fates: DocumentFates[] = [];
  const writes = !options.dryRun && (run.groups.length > 0 || missing.asks.length > 0);
  const runId = writes ? await begin(database, run) : null;
  const ofAll = run.groups.reduce((sum, group) => sum + questionsOf(group), 0);
  let stored = 0;
  options.onStored?.(stored, ofAll);
  for (const group of run.groups) {
    const { plan, fates: own } = await planGroup(store, group, run);
    if (writes) await sharing(() => writeGroup(database, plan, group));
    stored += questionsOf(group);
    options.onStored?.(stored, ofAll);
    fates.push(...own);
    count(changes, group, own);
    await breathe();
  }
  if (runId !== null) await end(database, runId, changes, clock.now());
  return { documents: files.drafts, changes, fates };
}

/** What a run is about to write. */
type Run = {
  origin: Origin;
  at: Date;
  missing: MissingPlan;
  groups: Group[];
  /** Where the stored documents were before it, by id. */
  paths: ReadonlyMap<string, string>;
  topics: TopicTree;
};

type Found = {
  files: Files;
  matched: MatchedRun;
  pairs: readonly PairAsk[];
  counts: ReadonlyMap<string, number>;
};

/** What is missing, without what a pair is asked about: that is put away with its ask. */
function missingOf(
  asks: readonly RetireAsk[],
  { files, matched, pairs, counts }: Found,
  { retireMissing }: IngestOptions,
): MissingPlan {
  const asked = new Set(pairs.filter(({ kind }) => kind !== "duplicate").map(({ known }) => known));
  const plan = planMissing({
    asks,
    gone: matched.gone.filter(({ id }) => !asked.has(id)),
    before: files.stored.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0),
    lookedAt: new Set(files.stored.map(({ id }) => id)),
    documentsGone: new Set(files.gone.map(({ id }) => id)),
    returned: {
      questions: new Set(matched.questions.map(({ id }) => id)),
      unchanged: new Set(files.unchanged.map(({ id }) => id)),
      changed: new Set(files.changed.map(({ documentId }) => documentId)),
    },
    all: retireMissing,
  });
  return { ...plan, retired: [...plan.retired, ...matched.gone.filter(({ id }) => asked.has(id))] };
}

/** Questions of the documents that were not even parsed; what is missing from them stands there no more. */
function unchangedCount(
  { unchanged }: Files,
  { keptBefore }: MissingPlan,
  counts: ReadonlyMap<string, number>,
): number {
  const ids = new Set(unchanged.map(({ id }) => id));
  const missing = keptBefore.filter(({ documentId }) => ids.has(documentId));
  const all = unchanged.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
  return all - missingCount(missing);
}

async function asksOf(
  read: Queries,
  { missing: { waiting }, groups }: Run,
  matched: MatchedRun,
  pairs: readonly PairAsk[],
): Promise<IngestAsk[]> {
  const paths = new Map(
    groups.flatMap(({ documents }) =>
      documents.flatMap(({ questions, draft }) =>
        questions.map(({ id }) => [id, draft.path] as const),
      ),
    ),
  );
  const asked = await reportPairs(read, pairs, matched, paths);
  return waiting ? [reportMissing(waiting), ...asked] : asked;
}

/** The rows of a group, made up before its transaction, and what becomes of its questions. */
async function planGroup(
  read: Queries,
  group: Group,
  { origin, at, paths, topics }: Run,
): Promise<{ plan: DocumentsPlan; fates: DocumentFates[] }> {
  const plan = emptyPlan(at);
  plan.retiredDocuments = group.retiredDocuments;
  plan.retiredQuestions = group.retired.map(({ id }) => id);
  const known = group.documents.flatMap(({ questions }) =>
    questions.flatMap((question) => question.known?.id ?? []),
  );
  const points = groupBy(await documentKeyPoints(read, known), ({ questionId }) => questionId);
  const tags = groupBy(await questionTags(read, known), ({ questionId }) => questionId);
  const fates = group.documents.map((document) => ({
    path: document.draft.path,
    questions: planDocument(plan, document, origin, topics, { points, tags, paths }),
    retired: group.retired.flatMap(({ id, documentId }) =>
      documentId === document.documentId ? [id] : [],
    ),
  }));
  return { plan, fates };
}

function questionsOf({ documents }: Group): number {
  return documents.reduce((sum, { questions }) => sum + questions.length, 0);
}

function count(changes: Changes, group: Group, fates: readonly DocumentFates[]): void {
  changes.retired += group.retired.length;
  changes.merged += group.merges.length;
  for (const { questions } of fates) for (const { fate } of questions) changes[fate] += 1;
}

/** Books the run, with what it decided not to put away: a later run must know, should this one stop. */
async function begin(database: Database, { at, missing }: Run): Promise<string> {
  return database.write(async (tx) => {
    const id = await startRun(tx, newId(), at);
    for (const ask of missing.asks) await putRetireAsk(tx, ask, at);
    await retireAllMissing(tx, missing.retiredLate, at);
    return id;
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

async function writeGroup(database: Database, plan: DocumentsPlan, group: Group): Promise<void> {
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

async function end(
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
