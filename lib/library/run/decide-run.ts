import type { PairAsk } from "@/lib/db/library/asks";
import { type RetireAsk, retireAsks } from "@/lib/db/library/retire-asks";
import type { Queries } from "@/lib/db/queries";
import { questionCounts, questionsWhere } from "@/lib/db/library/documents";
import type { Origin } from "@/lib/ingest/read-documents";
import { type Changes, NO_CHANGES } from "./outcomes";
import { type IngestAsk, pairsToAsk, reportMissing, reportPairs } from "./ingest-asks";
import { matchDrafts, type MatchedRun } from "./match-drafts";
import { missingCount, type MissingPlan, planMissing } from "./missing-questions";
import { type Group, planRun } from "./plan-run";
import { TopicTree } from "./plan-topics";
import type { Files } from "./take-files";

export type IngestChanges = Changes & { asks: IngestAsk[] };

/** What a run is about to write. */
export type Run = {
  origin: Origin;
  at: Date;
  missing: MissingPlan;
  groups: Group[];
  /** Where the stored documents were before it, by id. */
  paths: ReadonlyMap<string, string>;
  topics: TopicTree;
};

/**
 * What a run makes of the files that it read: which question is which, what is put away, what is
 * asked; and what it changes beside the documents that it writes. Nothing is written.
 */
export async function decideRun(
  read: Queries,
  files: Files,
  { origin, at, retireMissing }: { origin: Origin; at: Date; retireMissing: boolean },
): Promise<{ run: Run; changes: IngestChanges }> {
  const gone = files.gone.map(({ id }) => id);
  const matched = await matchDrafts(read, files.changed, gone);
  const pairs = await pairsToAsk(read, matched);
  const { stored, same } = files;
  const counts = await questionCounts(read, [...stored.map(({ id }) => id), ...same]);
  const before = await questionsWhere(read, {
    origin,
    fits: files.isThere,
    enough: 4 * matched.gone.length,
  });
  const found = { files, matched, pairs, counts, before };
  const missing = missingOf(await retireAsks(read), found, retireMissing);
  const run: Run = {
    origin,
    at,
    missing,
    groups: await planRun(files, matched, missing, pairs),
    paths: new Map(files.stored.map(({ id, path }) => [id, path])),
    topics: new TopicTree(read),
  };
  const changes = {
    ...NO_CHANGES,
    asks: await asksOf(read, run, found),
    unchanged: unchangedCount(files, missing, counts),
    retired: missingCount(missing.retiredLate),
  };
  return { run, changes };
}

type Found = {
  files: Files;
  matched: MatchedRun;
  pairs: readonly PairAsk[];
  counts: ReadonlyMap<string, number>;
  /** Questions in use where the run looked, as far as it matters how many. */
  before: number;
};

/** What is missing, without what a pair is asked about: that is put away with its ask. */
function missingOf(
  asks: readonly RetireAsk[],
  { files, matched, pairs, before }: Found,
  retireMissing: boolean,
): MissingPlan {
  const asked = new Set(pairs.filter(({ kind }) => kind !== "duplicate").map(({ known }) => known));
  const plan = planMissing({
    asks,
    gone: matched.gone.filter(({ id }) => !asked.has(id)),
    before,
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
  { unchanged, same }: Files,
  { keptBefore }: MissingPlan,
  counts: ReadonlyMap<string, number>,
): number {
  const ids = new Set(unchanged.map(({ id }) => id));
  const missing = keptBefore.filter(({ documentId }) => ids.has(documentId));
  let all = 0;
  for (const id of [...ids, ...same]) all += counts.get(id) ?? 0;
  return all - missingCount(missing);
}

async function asksOf(
  read: Queries,
  { missing: { waiting }, groups }: Run,
  { files, matched, pairs }: Found,
): Promise<IngestAsk[]> {
  const missing = waiting ? [reportMissing(waiting)] : [];
  if (pairs.length === 0) return missing;
  const paths = new Map(
    groups.flatMap(({ documents }) =>
      documents.flatMap(({ questions, draft }) =>
        questions.map(({ id }) => [id, draft.path] as const),
      ),
    ),
  );
  const drafts = files.changed.map(({ draft }) => draft);
  return [...missing, ...(await reportPairs(read, pairs, matched, { drafts, paths }))];
}
