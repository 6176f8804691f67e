import { breathe } from "@/lib/breathe";
import { groupBy } from "@/lib/group-by";
import type { QuestionText } from "./keys";
import { dice, Vocabulary, type Words } from "./words";

/** A draft and a known question that share words. */
export type Pair = {
  draft: number;
  id: string;
  /** 0–1: the mean of what the prompts and the answers share; what is short says less. */
  likeness: number;
  /** Prompts alone were compared: one of the two has no answer. */
  bare: boolean;
};

/** Two texts share at least this much, and this much more than either shares with any other. */
const LIKE_ENOUGH = 0.6;
const CLEARLY_MORE = 0.15;
/** From here on it is worth asking: no two of the 25 questions that ship are more alike than 0.45. */
const LIKE = 0.45;
/** Short prompts share much by chance: “What is TLS?”, “What is DNS?” */
const BARE = 0.2;

/** Whether two are the same question, without regard to others. */
export function isLikeEnough({ likeness, bare }: Pair): boolean {
  return likeness >= LIKE_ENOUGH + (bare ? BARE : 0);
}

/** Whether two may be the same question. */
export function isLike({ likeness, bare }: Pair): boolean {
  return likeness >= LIKE + (bare ? BARE : 0);
}

/**
 * Those that are like enough, and clearly more so than either is like any other. `elsewhere`: pairs
 * over two documents; copies may be in many, so it is enough that none of them is more alike.
 */
export function clearPairs(pairs: readonly Pair[], elsewhere: readonly Pair[] = []): Pair[] {
  const [next, far] = [bestOthers(pairs), bestOthers(elsewhere)];
  return pairs.filter(
    (pair) =>
      isLikeEnough(pair) &&
      pair.likeness - next(pair) >= CLEARLY_MORE &&
      pair.likeness >= far(pair),
  );
}

/** How alike the likest of the other pairs with the same draft or the same question is. */
function bestOthers(pairs: readonly Pair[]): (pair: Pair) => number {
  const byDraft = groupBy(pairs, ({ draft }) => draft);
  const byId = groupBy(pairs, ({ id }) => id);
  return (pair) =>
    Math.max(bestOther(byDraft.get(pair.draft), pair), bestOther(byId.get(pair.id), pair));
}

function bestOther(pairs: Pair[] = [], own: Pair): number {
  return pairs.reduce((best, pair) => (pair === own ? best : Math.max(best, pair.likeness)), 0);
}

/** A word in more questions than this tells few of them apart, and is passed over. */
const RARE = 64;
const WORDS_LOOKED_UP = 40;
const COMPARED = 8;

/**
 * Each draft with the few known questions that share the most of its rarest words. The time grows
 * with the number of texts, not with its square.
 */
export async function likePairs(
  drafts: readonly (QuestionText & { i: number })[],
  known: ReadonlyMap<string, QuestionText>,
): Promise<Pair[]> {
  const vocabulary = new Vocabulary();
  const words = new Map<string, Words>();
  const holders = new Map<number, string[]>();
  for (const [id, text] of known) {
    const own = vocabulary.wordsOf(text);
    words.set(id, own);
    for (const word of allOf(own)) hold(holders, word, id);
    await breathe();
  }
  const pairs: Pair[] = [];
  for (const { i, ...text } of drafts) {
    const own = vocabulary.wordsOf(text);
    for (const id of sharingMost(own, holders)) {
      const other = words.get(id);
      if (other) pairs.push({ draft: i, id, ...likenessOf(own, other) });
    }
    await breathe();
  }
  return pairs;
}

function hold(holders: Map<number, string[]>, word: number, id: string): void {
  const ids = holders.get(word);
  if (!ids) holders.set(word, [id]);
  // One more than is rare says enough.
  else if (ids.length <= RARE && ids.at(-1) !== id) ids.push(id);
}

function sharingMost(own: Words, holders: Map<number, string[]>): string[] {
  const rarest = [...new Set(allOf(own))]
    .map((word) => holders.get(word) ?? [])
    .filter((ids) => ids.length > 0 && ids.length <= RARE)
    .toSorted((a, b) => a.length - b.length)
    .slice(0, WORDS_LOOKED_UP);
  const shared = new Map<string, number>();
  for (const id of rarest.flat()) shared.set(id, (shared.get(id) ?? 0) + 1);
  return [...shared]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, COMPARED)
    .map(([id]) => id);
}

function* allOf({ prompt, answer }: Words): Generator<number> {
  yield* prompt;
  if (answer) yield* answer;
}

/** From so many words on, a prompt or an answer has its full say. */
const FULL_PROMPT = 4;
const FULL_ANSWER = 20;

function likenessOf(a: Words, b: Words): Pick<Pair, "likeness" | "bare"> {
  const prompts = dice(a.prompt, b.prompt);
  if (!a.answer || !b.answer) return { likeness: prompts, bare: true };
  const prompt = Math.min(1, (a.prompt.length + b.prompt.length) / 2 / FULL_PROMPT);
  const answer = Math.min(1, (a.answer.length + b.answer.length) / 2 / FULL_ANSWER);
  const shared = prompt * prompts + answer * dice(a.answer, b.answer);
  return { likeness: shared / Math.max(prompt + answer, 1), bare: false };
}
