import type { Missing, RetireAsk } from "@/lib/db/library/retire-asks";
import type { KnownQuestion } from "@/lib/db/library/question-identities";
import { newId } from "@/lib/use-case/ids";

/** What a run knows when it decides about the questions that it found missing. */
export type MissingRun = {
  gone: readonly KnownQuestion[];
  /** Questions in use where the run looked, before it. */
  before: number;
  /** Ids of documents: where it looked, and those that were not there. */
  lookedAt: ReadonlySet<string>;
  documentsGone: ReadonlySet<string>;
  returned: Returned;
  /** All asks about missing questions, open or answered by keeping them. */
  asks: readonly RetireAsk[];
  /** Put away all that is missing, however much it is. */
  all: boolean;
};

/** What a run found in its documents: questions, and the ids of documents as they were or not. */
export type Returned = Record<"questions" | "unchanged" | "changed", ReadonlySet<string>>;

/** What a run does about the questions that it found missing. */
export type MissingPlan = {
  /** To be put away with their documents. */
  retired: readonly KnownQuestion[];
  /** Not put away, by this run's choice or because of an earlier one's. */
  kept: readonly KnownQuestion[];
  /** In use, though an earlier run found it missing. */
  keptBefore: Missing;
  /** Of that, what is to be put away now. */
  retiredLate: Missing;
  /** Asks as they are from now on, of those that changed. */
  asks: RetireAsk[];
  /** The ask that waits because of what was kept. */
  waiting: RetireAsk | null;
};

/**
 * Whether to put away what is missing. Over a third of the questions at once is more likely a moved
 * folder or a bad edit than a wish: then all of it is kept, and asked about. What was asked about
 * before and is not back is neither put away nor asked about again.
 */
export function planMissing(run: MissingRun): MissingPlan {
  const asks = run.asks.map((ask) => ({
    ...ask,
    missing: withoutReturned(ask.missing, run.returned),
  }));
  if (run.all) return retireAll(run, asks);
  const keptBefore = asks.flatMap(({ missing }) => missing);
  const asked = new Set(keptBefore.flatMap(({ questions }) => questions));
  const fresh = run.gone.filter(({ id }) => !asked.has(id));
  const tooMany = fresh.length > run.before / 3;
  const kept = tooMany ? run.gone : run.gone.filter(({ id }) => asked.has(id));
  const open = asks.find(({ answer }) => answer === null) ?? NEW_ASK();
  const waiting = tooMany ? { ...open, missing: withMore(open.missing, fresh, run) } : open;
  return {
    retired: tooMany ? [] : fresh,
    kept,
    keptBefore,
    retiredLate: [],
    asks: changedAsks(run.asks, [...asks.filter(({ id }) => id !== open.id), waiting]),
    waiting: kept.length > 0 && waiting.missing.length > 0 ? waiting : null,
  };
}

/** How many questions an ask is about. */
export function missingCount(missing: Missing): number {
  return missing.reduce((sum, { questions }) => sum + questions.length, 0);
}

const NEW_ASK = (): RetireAsk => ({ id: newId(), missing: [], answer: null });

function retireAll({ gone, lookedAt, asks: before }: MissingRun, asks: RetireAsk[]): MissingPlan {
  const now = new Set(gone.map(({ id }) => id));
  const retiredLate = asks
    .flatMap(({ missing }) => missing.filter(({ documentId }) => lookedAt.has(documentId)))
    .map((one) => ({ ...one, questions: one.questions.filter((id) => !now.has(id)) }));
  const left = asks.map(({ missing, ...ask }) => {
    const elsewhere = missing.filter(({ documentId }) => !lookedAt.has(documentId));
    return { ...ask, missing: elsewhere, answer: elsewhere.length > 0 ? ask.answer : "retire" };
  });
  return {
    retired: gone,
    kept: [],
    keptBefore: asks.flatMap(({ missing }) => missing),
    retiredLate,
    asks: changedAsks(before, left),
    waiting: null,
  };
}

/** An ask about nothing is answered: what it asked about is back. */
function changedAsks(before: readonly RetireAsk[], now: readonly RetireAsk[]): RetireAsk[] {
  const known = new Map(before.map((ask) => [ask.id, JSON.stringify(ask.missing)]));
  return now
    .filter(({ id, missing }) => (known.get(id) ?? "[]") !== JSON.stringify(missing))
    .map((ask) => ({
      ...ask,
      answer: ask.missing.length > 0 ? ask.answer : (ask.answer ?? "keep"),
    }));
}

function withoutReturned(missing: Missing, { questions, unchanged, changed }: Returned): Missing {
  return missing
    .filter(({ documentId, documentGone }) => !(documentGone && unchanged.has(documentId)))
    .map((one) => ({
      documentId: one.documentId,
      documentGone: one.documentGone && !changed.has(one.documentId),
      questions: one.questions.filter((id) => !questions.has(id)),
    }))
    .filter((one) => one.questions.length > 0);
}

function withMore(
  missing: Missing,
  questions: readonly KnownQuestion[],
  { documentsGone }: MissingRun,
): Missing {
  const byDocument = new Map(missing.map((one) => [one.documentId, one]));
  for (const { id, documentId } of questions) {
    const before = byDocument.get(documentId)?.questions ?? [];
    const documentGone = documentsGone.has(documentId);
    byDocument.set(documentId, { documentId, documentGone, questions: [...before, id] });
  }
  return [...byDocument.values()];
}
