import type { Word } from "./words";

/** A word of a point as a text has it: `share` of 1 when it is all there. */
export type Heard = Pick<Word, "isDenied" | "nearDenial"> & { share: number };

/** A stretch of a text, by the keys under which its words may be looked for. */
export type Stretch = ReadonlyMap<string, Heard>;

/** Words also count as the parts they are made of, and as one with the next: `max size` is `maxSize`. */
export function stretchOf(words: readonly Word[]): Stretch {
  const stretch = new Map<string, Heard>();
  const add = (key: string, { isDenied, nearDenial }: Word) => {
    const before = stretch.get(key);
    if (!before || (before.isDenied && !isDenied))
      stretch.set(key, { isDenied, nearDenial, share: 1 });
  };
  for (const [i, word] of words.entries()) {
    add(word.key, word);
    for (const part of word.parts) add(part, word);
    const next = words[i + 1];
    if (next) add(joined(word, next), word);
  }
  return stretch;
}

type Sought = {
  word: Word;
  /** What stands before and after it in its point. */
  beside: readonly [Word | undefined, Word | undefined];
  /** The words of the question: what is one of them is no other one mistyped. */
  vocabulary: ReadonlySet<string>;
};

/** How a stretch has a word: as it is, in parts, as one with its neighbour, or mistyped; null for not. */
export function heardIn(stretch: Stretch, { word, beside, vocabulary }: Sought): Heard | null {
  const [before, after] = beside;
  return (
    stretch.get(word.key) ??
    stretch.get(`+${word.form}`) ??
    (after && stretch.get(word.form + after.form)) ??
    (before && stretch.get(before.form + word.form)) ??
    inParts(stretch, word) ??
    mistyped(stretch, word, vocabulary)
  );
}

function joined(word: Word, next: Word): string {
  return `+${word.form}${next.form}`;
}

function inParts(stretch: Stretch, { parts }: Word): Heard | null {
  const there = parts.flatMap((part) => stretch.get(part) ?? []);
  const [first] = there;
  if (!first || there.length <= parts.length / 2) return null;
  return { ...first, share: there.length / parts.length };
}

/** Less than a word spelled right: it may be another. */
const MISTYPED_SHARE = 0.85;

function mistyped(stretch: Stretch, { key }: Word, vocabulary: ReadonlySet<string>): Heard | null {
  for (const [other, heard] of stretch)
    if (isNear(other, key) && !vocabulary.has(other) && !other.startsWith("+"))
      return { ...heard, share: MISTYPED_SHARE };
  return null;
}

/** One letter more, less or another, or two changed about, but for the first. */
function isNear(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5 || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left[0] === right[1] && left[1] === right[0];
}
