import { breathe } from "@/lib/breathe";
import { groupBy } from "@/lib/group-by";
import type { QuestionText } from "./reconcile/keys";
import { clearPairs, isLike, likePairs, type Pair } from "./reconcile/likeness";
import {
  type Draft,
  type Key,
  type Keys,
  type Known,
  type Link,
  Matching,
  type Unclear,
} from "./reconcile/matching";
import { mergedIn, splitFrom, type Texts } from "./reconcile/split-and-merged";

/** What a run's drafts are compared with besides the questions of the run's documents. */
export type Store = {
  /** Questions of other documents that are put away by the source and share a key with a draft. */
  putAwayLike: (drafts: readonly Keys[]) => Promise<Known[]>;
  /** Those of the questions that are put away by the source. */
  putAway: (ids: readonly string[]) => Promise<Known[]>;
  /** The current text of questions, by id. */
  texts: (ids: readonly string[]) => Promise<Map<string, QuestionText>>;
  /** The text of drafts, by their places. */
  draftTexts: (places: readonly number[]) => Promise<Map<number, QuestionText>>;
};

export type Reconciled = {
  /** For each draft the id of the question that it is; null for a new one. */
  ids: (string | null)[];
  /** Questions in use that no draft is. */
  gone: string[];
  /** New drafts that took over a part of a known question. */
  splits: Link[];
  /** Questions that are gone because a draft, which is another question, holds them now. */
  merges: Link[];
  /** Questions that are gone and may be the draft, or a part of it. */
  asks: Unclear[];
};

/**
 * Which known question each draft of a run is, so that one that is corrected, renumbered or moved
 * keeps its history: by explicit id; in the same document by prompt and answer, or by prompt; in any
 * by both; in the same document, under another name too, by either, then in any; then by likeness,
 * where it is clear, in the same order. Where it isn't, it says what to ask.
 * `known`: all questions of the documents that the run found changed or gone.
 */
export async function reconcile(
  drafts: readonly Draft[],
  known: readonly Known[],
  store: Store,
): Promise<Reconciled> {
  const matching = new Matching(drafts, known);
  const takeBy = async (keys: readonly Key[]) => {
    for (const key of keys) {
      matching.takeBy(key);
      await breathe();
    }
  };
  await takeBy(SURE_WITHIN_A_DOCUMENT);
  matching.add(await store.putAwayLike(matching.open().map(({ draft }) => draft)));
  await takeBy(CERTAIN);
  matching.followRenames();
  await takeBy([...WITHIN_A_DOCUMENT, ...ACROSS_DOCUMENTS]);

  const texts = await textsToCompare(matching, store);
  const pairs = await likenesses(matching, texts);
  const [near, far] = parted(pairs, ({ draft, id }) => matching.isWithin(draft, id));
  for (const { draft, id } of clearPairs(near, far)) matching.take(draft, id);
  for (const { draft, id } of clearPairs(pairs)) matching.takeIfLeft(draft, id);
  const splits = await splitFrom(matching, texts, pairs);
  const { merges, asks } = await mergedIn(matching, texts);
  await giveToSurvivors(matching, store);
  return {
    ids: matching.ids,
    gone: matching.gone().map(({ id }) => id),
    splits,
    merges,
    asks: withoutRepeats([...asks, ...worthAsking(matching, pairs)]),
  };
}

const BY_ID: Key = { of: (q) => q.explicitId, among: 1, certain: true };
const BY_TEXT: Key = {
  of: (q) => JSON.stringify([q.promptKey, q.answerHash]),
  among: Infinity,
  certain: true,
};
const BY_PROMPT: Key = { of: (q) => q.promptKey, among: Infinity, certain: false };
// “See the documentation.” may be the answer of many.
const BY_ANSWER: Key = { of: (q) => q.answerHash, among: 1, certain: false };

// A draft that is known elsewhere by all of its text is not taken for one here that shares its answer.
const SURE_WITHIN_A_DOCUMENT = [BY_ID, ...[BY_TEXT, BY_PROMPT].map(within)];
const WITHIN_A_DOCUMENT = [...SURE_WITHIN_A_DOCUMENT, within(BY_ANSWER)];

/** An answer of fewer characters may well be another question's in another document. */
const TELLING = 80;

const CERTAIN = [BY_ID, BY_TEXT];
const ACROSS_DOCUMENTS: Key[] = [
  { ...BY_PROMPT, among: 1 },
  { ...BY_ANSWER, says: ({ answerLength }) => answerLength >= TELLING },
];

function within(key: Key): Key {
  const of = (question: Keys) => {
    const value = key.of(question);
    return value === null ? null : `${question.document} ${value}`;
  };
  return { ...key, of };
}

function parted<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** What is left over, and what was rewritten where something is. */
async function textsToCompare(matching: Matching, store: Store): Promise<Texts> {
  const known = await store.texts(knownToCompare(matching));
  const drafts = known.size === 0 ? [] : [...matching.open(), ...matching.rewritten()];
  return { known, drafts: await store.draftTexts(drafts.map(({ i }) => i)) };
}

function knownToCompare(matching: Matching): string[] {
  const open = matching.open().length > 0;
  const parts = open || matching.gone().length > 0;
  return [
    ...(open ? [...matching.left.values()].filter(isItself) : []),
    ...(parts ? matching.gone() : []),
    ...(parts ? matching.rewritten().map(({ known }) => known) : []),
  ].map(({ id }) => id);
}

// A copy that was merged away is found by its keys or not at all.
function isItself({ mergedIntoId }: Known): boolean {
  return mergedIntoId === null;
}

async function likenesses(matching: Matching, texts: Texts): Promise<Pair[]> {
  const known = new Map([...texts.known].filter(([id]) => matching.left.has(id)));
  if (known.size === 0) return [];
  const drafts = matching.open().flatMap(({ i }) => {
    const text = texts.drafts.get(i);
    return text ? [{ ...text, i }] : [];
  });
  const pairs = await likePairs(drafts, known);
  return pairs.filter(({ draft, id }) => matching.mayBe(draft, id));
}

/** A copy that was merged into one that is gone is now the one that is left of both. */
async function giveToSurvivors(matching: Matching, store: Store): Promise<void> {
  const copies = matching
    .taken()
    .flatMap(({ i, known: { mergedIntoId } }) =>
      mergedIntoId === null ? [] : [{ i, survivor: mergedIntoId }],
    );
  if (copies.length === 0) return;
  matching.add(await store.putAway(copies.map(({ survivor }) => survivor)));
  for (const { i, survivor } of copies) if (matching.left.has(survivor)) matching.take(i, survivor);
}

/** More that a draft may be than this is no question that somebody could answer. */
const MOST_ASKED = 3;

function worthAsking(matching: Matching, pairs: readonly Pair[]): Unclear[] {
  const gone = new Set(matching.gone().map(({ id }) => id));
  const open = pairs.filter(
    (pair) => isLike(pair) && matching.ids[pair.draft] === null && gone.has(pair.id),
  );
  const byDraft = groupBy(open, ({ draft }) => draft);
  return [...byDraft.values()].flatMap((own) =>
    own
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, MOST_ASKED)
      .map(({ draft, id }) => ({ draft, id, kind: "same" as const })),
  );
}

/** The first of those about the same two. */
function withoutRepeats(asks: readonly Unclear[]): Unclear[] {
  const byPair = groupBy(asks, ({ draft, id }) => `${draft} ${id}`);
  return [...byPair.values()].flatMap((own) => own.slice(0, 1));
}
