import { createHash } from "node:crypto";

/** What a question is recognised by. Equal keys mean equal but for case, spacing and emphasis. */
export type QuestionText = { prompt: string; answer: string | null };

export type KnownQuestion = QuestionText & { id: string };

export type Reconciled = {
  /** For each draft the id of the question that it is; null for a new one. */
  ids: (string | null)[];
  /** Known questions that no draft is. */
  gone: string[];
};

/** A prompt as it is compared: without case, spacing or marks of emphasis. */
export function promptKey(prompt: string): string {
  return prompt
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[*_`]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** SHA-256 of an answer without regard to spacing, in hex; null for none. */
export function answerHash(answer: string | null): string | null {
  return answer === null ? null : sha256(answer.replaceAll(/\s+/g, " ").trim());
}

/** SHA-256 of a question's text as it is, in hex. */
export function versionHash({ prompt, answer }: QuestionText): string {
  return sha256(JSON.stringify([prompt, answer]));
}

/**
 * Which stored question each draft of a document is, so that a corrected typo keeps its history:
 * first by prompt and answer, then by prompt, then by answer, then by likeness, where it is clear.
 */
export function reconcile(
  drafts: readonly QuestionText[],
  known: readonly KnownQuestion[],
): Reconciled {
  const ids: (string | null)[] = drafts.map(() => null);
  const left = new Map(known.map((question) => [question.id, question]));
  for (const { keyOf, tells } of KEYS) {
    const open = groupBy(unmatched(drafts, ids), ({ draft }) => keyOf(draft));
    const byKey = groupBy([...left.values()], keyOf);
    for (const [key, found] of open) {
      const alike = byKey.get(key) ?? [];
      if (key === null || !tells(Math.max(found.length, alike.length))) continue;
      for (const [n, { i }] of found.entries()) if (alike[n]) take(i, alike[n].id);
    }
  }
  for (const { draft, id } of clearLikenesses(drafts, ids, [...left.values()])) take(draft, id);
  return { ids, gone: [...left.keys()] };

  function take(draft: number, id: string) {
    ids[draft] = id;
    left.delete(id);
  }
}

type Key = {
  keyOf: (question: QuestionText) => string | null;
  /** Whether it tells questions apart when so many share it; they are matched in their order. */
  tells: (sharing: number) => boolean;
};

const KEYS: Key[] = [
  {
    keyOf: ({ prompt, answer }) => JSON.stringify([promptKey(prompt), answerHash(answer)]),
    tells: () => true,
  },
  { keyOf: ({ prompt }) => promptKey(prompt), tells: () => true },
  // “See the documentation.” may be the answer of many.
  { keyOf: ({ answer }) => answerHash(answer), tells: (sharing) => sharing === 1 },
];

function unmatched(drafts: readonly QuestionText[], ids: readonly (string | null)[]) {
  return drafts.flatMap((draft, i) => (ids[i] === null ? [{ draft, i }] : []));
}

/** Two texts share at least this much, and this much more than either shares with any other. */
const LIKE_ENOUGH = 0.6;
const CLEARLY_MORE = 0.15;

function clearLikenesses(
  drafts: readonly QuestionText[],
  ids: readonly (string | null)[],
  known: readonly KnownQuestion[],
): { draft: number; id: string }[] {
  const open = unmatched(drafts, ids).map(({ draft, i }) => ({ i, words: words(draft) }));
  const candidates = known.map((question) => ({ id: question.id, words: words(question) }));
  const pairs = open.flatMap((draft) =>
    candidates.map(({ id, words: other }) => ({
      draft: draft.i,
      id,
      likeness: likeness(draft.words, other),
    })),
  );
  const byDraft = groupBy(pairs, ({ draft }) => draft);
  const byId = groupBy(pairs, ({ id }) => id);
  return pairs
    .filter((pair) => pair.likeness >= LIKE_ENOUGH)
    .filter((pair) => {
      const next = Math.max(
        bestOther(byDraft.get(pair.draft), pair),
        bestOther(byId.get(pair.id), pair),
      );
      return pair.likeness - next >= CLEARLY_MORE;
    });
}

function bestOther<T extends { likeness: number }>(pairs: T[] = [], own: T): number {
  return pairs.reduce((best, pair) => (pair === own ? best : Math.max(best, pair.likeness)), 0);
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

type Words = { prompt: Set<string>; answer: Set<string> | null };

function words({ prompt, answer }: QuestionText): Words {
  return { prompt: wordSet(prompt), answer: answer === null ? null : wordSet(answer) };
}

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** 0–1: the mean of what the prompts and the answers share. */
function likeness(a: Words, b: Words): number {
  const prompts = dice(a.prompt, b.prompt);
  return a.answer && b.answer ? (prompts + dice(a.answer, b.answer)) / 2 : prompts;
}

/** Sørensen–Dice coefficient of two sets. */
function dice(a: Set<string>, b: Set<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
