import { neverAsked, type PairAsk } from "@/lib/db/library/asks";
import type { RetireAsk } from "@/lib/db/library/retire-asks";
import type { Queries } from "@/lib/db/queries";
import { questionsInUseLike, questionTexts } from "@/lib/db/library/question-identities";
import { duplicates } from "@/lib/ingest/reconcile/duplicates";
import { type PackedDraft, textsAt } from "./packed-draft";
import type { Matched, MatchedRun } from "./match-drafts";
import { missingCount } from "./missing-questions";

/** A thing that a run would not decide by itself; nothing is lost until it is answered. */
export type IngestAsk =
  | {
      kind: PairAsk["kind"];
      questionId: string;
      otherId: string;
      path: string;
      line: number;
      message: string;
      remedy: string;
    }
  | { kind: "retire"; questions: number; message: string; remedy: string };

/** Pairs that a run should ask about, of those that nobody was asked about before. */
export async function pairsToAsk(read: Queries, run: MatchedRun): Promise<PairAsk[]> {
  const twice = (await duplicatesOf(read, run)).map((pair) => ({
    kind: "duplicate" as const,
    ...pair,
  }));
  return neverAsked(read, [...run.asks, ...twice]);
}

/** An answer of fewer characters may well be another question's. */
const TELLING = 80;

async function duplicatesOf(read: Queries, run: MatchedRun) {
  const looked = run.questions.filter(isNewInWords).map(placed);
  if (looked.length === 0) return [];
  const now = new Map(run.questions.map(({ id, documentId }) => [id, documentId]));
  const gone = new Set([...run.gone.map(({ id }) => id), ...run.merges.map(({ from }) => from.id)]);
  const stored = (await questionsInUseLike(read, looked))
    .filter(({ id }) => !gone.has(id))
    .map(({ documentId, ...keys }) => ({ ...keys, document: now.get(keys.id) ?? documentId }));
  const short = new Set(
    run.questions.filter(({ answerLength }) => answerLength < TELLING).map(({ id }) => id),
  );
  return duplicates(looked, stored, ({ id }) => !short.has(id));
}

/** In use, and added or reworded by this run. */
function isNewInWords({ known, promptKey, answerHash }: Matched): boolean {
  if (!known) return true;
  if (known.retiredAt !== null && known.retiredBy !== "source") return false;
  return (
    known.retiredBy === "source" || known.promptKey !== promptKey || known.answerHash !== answerHash
  );
}

function placed({ id, documentId: document, explicitId, promptKey, answerHash }: Matched) {
  return { id, document, explicitId, promptKey, answerHash };
}

/**
 * What pairs ask, for the report of a run. `drafts`: of its questions; `paths`: of the documents that
 * they stand in, by question.
 */
export async function reportPairs(
  read: Queries,
  pairs: readonly PairAsk[],
  run: MatchedRun,
  { drafts, paths }: { drafts: readonly PackedDraft[]; paths: ReadonlyMap<string, string> },
): Promise<IngestAsk[]> {
  if (pairs.length === 0) return [];
  const byId = new Map(
    run.questions.map((question, place) => [question.id, { place, ...question }]),
  );
  const ids = pairs.flatMap(({ known, other }) => [known, other]);
  const stored = await questionTexts(read, ids);
  const drafted = await textsAt(
    drafts,
    ids.flatMap((id) => byId.get(id)?.place ?? []),
  );
  const promptOf = (id: string) =>
    (drafted.get(byId.get(id)?.place ?? -1) ?? stored.get(id))?.prompt ?? "";
  return pairs.map(({ kind, known, other }) => {
    // A pair that a run asks about has at least one of the run's questions.
    const question = byId.get(other) ?? byId.get(known);
    const path = paths.get(question?.id ?? "") ?? "";
    return {
      kind,
      questionId: known,
      otherId: other,
      path,
      line: question?.line ?? 1,
      message: ASKED[kind](shortened(promptOf(known)), shortened(promptOf(other))),
      remedy: "Say on the Documents page whether they are the same question.",
    };
  });
}

const ASKED = {
  same: (known: string, other: string) =>
    `“${other}” may be “${known}”, which is no longer there. It was added as a new question; the other one is put away with its reviews.`,
  part: (known: string, other: string) =>
    `“${known}” is no longer there, and may have gone into “${other}”. It is put away with its reviews.`,
  duplicate: (known: string, other: string) =>
    `“${other}” looks like “${known}” in another document.`,
};

const SHOWN = 80;

function shortened(prompt: string): string {
  const line = prompt.replaceAll(/\s+/g, " ").trim();
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN - 1).trimEnd()}…`;
}

/** What an ask to put questions away says, in the report of a run. */
export function reportMissing({ missing }: Pick<RetireAsk, "missing">): IngestAsk {
  const questions = missingCount(missing);
  return {
    kind: "retire",
    questions,
    message: `${questions} questions are no longer in the documents: more than a third, so none was retired.`,
    remedy:
      "Say on the Documents page whether they should go, or run: npm run ingest -- --retire-missing PATH",
  };
}
