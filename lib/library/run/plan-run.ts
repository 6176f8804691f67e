import type { PairAsk } from "@/lib/db/library/asks";
import type { KnownQuestion } from "@/lib/db/library/question-identities";
import { breathe, mapInTurns } from "@/lib/breathe";
import { groupBy } from "@/lib/group-by";
import { groupDocuments } from "./group-documents";
import type { MatchedRun } from "./match-drafts";
import type { MissingPlan } from "./missing-questions";
import type { TakenDocument } from "./plan-documents";
import type { Files } from "./take-files";

/**
 * What is written in one transaction: documents that exchange a question are written together, and
 * small ones that follow each other.
 */
export type Group = {
  documents: TakenDocument[];
  retiredDocuments: string[];
  /** Questions that are put away. */
  retired: readonly KnownQuestion[];
  merges: MatchedRun["merges"];
  asks: PairAsk[];
};

/** The transactions of a run, in the order of its files; documents that are gone come last. */
export async function planRun(
  files: Files,
  matched: MatchedRun,
  missing: MissingPlan,
  pairs: readonly PairAsk[],
): Promise<Group[]> {
  const documents = await withQuestions(files, matched);
  const taken = new Set(documents.map(({ documentId }) => documentId));
  const gone = files.gone.map(({ id }) => id).filter((id) => !taken.has(id));
  await breathe();
  const homes = homesOf(documents, matched);
  await breathe();
  const groups = groupDocuments([...taken, ...gone], exchanges(documents, matched, pairs, homes));
  await breathe();
  const places = new Map(groups.flatMap((ids, i) => ids.map((id) => [id, i] as const)));
  const placeOf = (documentId: string | undefined) => places.get(documentId ?? "") ?? -1;
  // A document with something that was kept stays, as if it were there.
  const staying = new Set(missing.kept.map(({ documentId }) => documentId));

  const documentsAt = groupBy(documents, ({ documentId }) => placeOf(documentId));
  const retiredAt = groupBy(
    gone.filter((id) => !staying.has(id)),
    placeOf,
  );
  const missingAt = groupBy(missing.retired, ({ documentId }) => placeOf(documentId));
  const mergesAt = groupBy(matched.merges, ({ into }) => placeOf(homes.get(into)));
  // Both questions are there when the later of their documents is.
  const asksAt = groupBy(pairs, ({ known, other }) =>
    Math.max(placeOf(homes.get(known)), placeOf(homes.get(other))),
  );
  await breathe();
  const planned = groups.map((_, i) => ({
    documents: documentsAt.get(i) ?? [],
    retiredDocuments: retiredAt.get(i) ?? [],
    retired: missingAt.get(i) ?? [],
    merges: mergesAt.get(i) ?? [],
    asks: asksAt.get(i) ?? [],
  }));
  return joined(
    planned.filter(
      (group) => group.documents.length + group.retiredDocuments.length + group.retired.length > 0,
    ),
  );
}

/** Documents and questions of one transaction, where nothing else asks for more. */
const TOGETHER = 20;

/** A transaction waits for the disk, which of a small document is most of its time. */
function joined(groups: readonly Group[]): Group[] {
  const together: Group[] = [];
  let size = 0;
  for (const group of groups) {
    const own = sizeOf(group);
    const before = size + own <= TOGETHER ? together.pop() : undefined;
    size = before ? size + own : own;
    together.push(before ? both(before, group) : group);
  }
  return together;
}

function sizeOf({ documents, retiredDocuments, retired }: Group): number {
  const written = documents.reduce((sum, { questions }) => sum + Math.max(1, questions.length), 0);
  return written + retiredDocuments.length + retired.length;
}

function both(a: Group, b: Group): Group {
  return {
    documents: [...a.documents, ...b.documents],
    retiredDocuments: [...a.retiredDocuments, ...b.retiredDocuments],
    retired: [...a.retired, ...b.retired],
    merges: [...a.merges, ...b.merges],
    asks: [...a.asks, ...b.asks],
  };
}

/** Each document with its questions, under the id that it has from now on. */
async function withQuestions(files: Files, matched: MatchedRun): Promise<TakenDocument[]> {
  const byDocument = groupBy(matched.questions, ({ documentId }) => documentId);
  const renamed = renamedDocuments(files, matched);
  return mapInTurns(files.changed, (file) => {
    const id = renamed.get(file.documentId) ?? file.documentId;
    const questions = byDocument.get(file.documentId) ?? [];
    return {
      ...file,
      documentId: id,
      questions: questions.map((question) => ({ ...question, documentId: id })),
    };
  });
}

/** New documents that hold most of what one that is gone held: it is the same under another name. */
function renamedDocuments(files: Files, { questions, gone }: MatchedRun): Map<string, string> {
  if (files.gone.length === 0) return new Map();
  const missing = new Set(files.gone.map(({ id }) => id));
  const stored = new Set(files.stored.map(({ id }) => id));
  const moves = questions.flatMap(({ documentId, known }) =>
    known && known.retiredAt === null && missing.has(known.documentId) && !stored.has(documentId)
      ? [{ from: known.documentId, to: documentId }]
      : [],
  );
  const lost = groupBy(gone, ({ documentId }) => documentId);
  const renamed = new Map<string, string>();
  for (const [from, out] of groupBy(moves, (move) => move.from)) {
    const all = out.length + (lost.get(from)?.length ?? 0);
    for (const [to, { length }] of groupBy(out, (move) => move.to))
      if (length > all / 2 && !renamed.has(to)) renamed.set(to, from);
  }
  return renamed;
}

/** The document of each question of the run: where it stands now, or stood. */
function homesOf(documents: readonly TakenDocument[], matched: MatchedRun): Map<string, string> {
  const left = [...matched.gone, ...matched.merges.map(({ from }) => from)];
  return new Map([
    ...left.map(({ id, documentId }) => [id, documentId] as const),
    ...documents.flatMap(({ documentId, questions }) =>
      questions.map(({ id }) => [id, documentId] as const),
    ),
  ]);
}

function* exchanges(
  documents: readonly TakenDocument[],
  { merges, splits }: MatchedRun,
  pairs: readonly PairAsk[],
  homes: ReadonlyMap<string, string>,
): Generator<[string, string]> {
  for (const { documentId, questions } of documents)
    for (const { known } of questions) if (known) yield [known.documentId, documentId];
  const tied = [
    ...merges.map(({ from, into }) => [from.id, into]),
    ...splits.map(({ known, other }) => [known, other]),
    ...pairs.filter(({ kind }) => kind !== "duplicate").map(({ known, other }) => [known, other]),
  ];
  for (const ids of tied) {
    const [a, b] = ids.map((id) => homes.get(id));
    if (a !== undefined && b !== undefined) yield [a, b];
  }
}
