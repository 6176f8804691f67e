import { breathe, mapInTurns } from "@/lib/breathe";
import { notToldApart, type PairAsk } from "@/lib/db/library/asks";
import type { Queries } from "@/lib/db/queries";
import {
  knownQuestions,
  type KnownQuestion,
  questionsPutAway,
  questionsPutAwayLike,
  questionTexts,
} from "@/lib/db/library/question-identities";
import { reconcile } from "@/lib/ingest/reconcile";
import { isPartlyRead, isUnread } from "@/lib/ingest/unread";
import { type PackedDraft, type QuestionOutline, textsAt } from "./packed-draft";
import { newId } from "@/lib/use-case/ids";

/** A draft with the identity that it has from now on: a known question's, or a new one. */
export type Matched = QuestionOutline & {
  id: string;
  /** The document that it stands in. */
  documentId: string;
  known: KnownQuestion | null;
  /** New, and a part of what a known question said. */
  isSplit: boolean;
};

/** A question of which another one now says what it said. */
export type Merged = { from: KnownQuestion; into: string };

export type MatchedRun = {
  /** In the order of the documents and of the questions in them. */
  questions: Matched[];
  /** Questions in use that are in no document of the run any more. */
  gone: KnownQuestion[];
  merges: Merged[];
  /** Questions that are gone and may be another one, or a part of it. */
  asks: PairAsk[];
  /** New questions that were a part of known ones. */
  splits: { known: string; other: string }[];
};

/**
 * Which stored question each draft is. `documentsGone`: the ids of documents that the run looked
 * for and did not find. Nothing is written.
 */
export async function matchDrafts(
  read: Queries,
  taken: readonly { documentId: string; draft: PackedDraft }[],
  documentsGone: readonly string[],
): Promise<MatchedRun> {
  const readIn = taken.filter(({ draft }) => !isUnread(draft));
  const rows = await knownQuestions(read, [
    ...readIn.map(({ documentId }) => documentId),
    ...documentsGone,
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const asKnown = (found: KnownQuestion[]) => {
    for (const row of found) byId.set(row.id, row);
    return found.map(toKnown);
  };
  const drafts = taken.map(({ draft }) => draft);
  const placed: Placed[] = [];
  for (const { documentId, draft } of taken) {
    for (const question of draft.questions) placed.push({ documentId, ...question });
    await breathe();
  }
  const compared = await mapInTurns(placed, toCompared);
  const reconciled = await reconcile(compared, await mapInTurns(rows, toKnown), {
    putAwayLike: async (keys) => {
      const found = await questionsPutAwayLike(read, keys);
      return asKnown(found.filter(({ id }) => !byId.has(id)));
    },
    putAway: async (ids) => asKnown(await questionsPutAway(read, ids)),
    texts: (ids) => questionTexts(read, ids),
    draftTexts: (places) => textsAt(drafts, places),
  });
  const splits = new Set(reconciled.splits.map(({ draft }) => draft));
  const questions = await mapInTurns(placed, (question, i): Matched => {
    const known = byId.get(reconciled.ids[i] ?? "") ?? null;
    return { ...question, id: known?.id ?? newId(), known, isSplit: splits.has(i) };
  });
  const idOf = (i: number) => questions[i]?.id ?? "";
  const merges = await mergesOf(
    read,
    reconciled.merges.flatMap(({ id, draft }) => {
      const from = byId.get(id);
      return from ? [{ from, into: idOf(draft) }] : [];
    }),
  );
  const merged = new Set(merges.map(({ from }) => from.id));
  const partly = new Set(
    taken.filter(({ draft }) => isPartlyRead(draft)).map(({ documentId }) => documentId),
  );
  const gone = reconciled.gone
    .flatMap((id) => (merged.has(id) ? [] : (byId.get(id) ?? [])))
    .filter(({ documentId }) => !partly.has(documentId));
  const isGone = new Set(gone.map(({ id }) => id));
  return {
    questions,
    gone,
    merges,
    asks: reconciled.asks
      .filter(({ id }) => isGone.has(id))
      .map(({ id, draft, kind }) => ({ kind, known: id, other: idOf(draft) })),
    splits: reconciled.splits.map(({ id, draft }) => ({ known: id, other: idOf(draft) })),
  };
}

/** Of two that the learner parted again, neither goes into the other. */
async function mergesOf(read: Queries, found: readonly Merged[]): Promise<Merged[]> {
  const pairs = found.map((merge) => ({ ...merge, known: merge.from.id, other: merge.into }));
  return (await notToldApart(read, pairs)).map(({ from, into }) => ({ from, into }));
}

type Placed = Omit<Matched, "id" | "known" | "isSplit">;

function toCompared({ documentId: document, explicitId, ...placed }: Placed) {
  const { promptKey, answerHash, answerLength } = placed;
  return { document, explicitId, promptKey, answerHash, answerLength };
}

function toKnown(row: KnownQuestion) {
  const { documentId: document, retiredAt, ...known } = row;
  return { ...known, document, away: retiredAt !== null };
}
