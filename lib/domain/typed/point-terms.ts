import { WEAK } from "./word-lists";
import { sentencesOf, type Word } from "./words";

/** A question in plain text or Markdown; what a point says is told from its text alone. */
export type Asked<Id> = {
  prompt: string;
  answer: string;
  points: readonly { id: Id; text: string }[];
};

/** A word of a point, and how much it tells of it. */
export type Term = { word: Word; weight: number; beside: [Word | undefined, Word | undefined] };

export type Point<Id> = {
  id: Id;
  terms: readonly Term[];
  /** What the words that tell most weigh together. */
  weight: number;
};

/** Of a long point that many words are enough; a short one needs nearly all. */
const ENOUGH_WORDS = 5;
/** The subject of a point tells less than what it says of it. */
const TITLE_SHARE = 0.45;
/** Who answers a question says its words anyway. */
const PROMPT_SHARE = 0.6;
const WEAK_SHARE = 0.35;
/** Rarity is flattened, as an answer is a short text to count words in. */
const FLATTENED = 0.6;

/** The points of a question as weighed words: rare in its answer, and in few of its points, weighs most. */
export function pointTerms<Id>({ prompt, answer, points }: Asked<Id>): {
  points: Point<Id>[];
  vocabulary: ReadonlySet<string>;
} {
  const parts = points.map(({ text }) =>
    titleAndClaim(text).map((part) => sentencesOf(part).flat()),
  );
  const sentences = [...sentencesOf(answer), ...parts.map((part) => part.flat())];
  const inSentences = counted(sentences);
  const inPoints = counted(parts.map((part) => part.flat()));
  const asked = new Set(sentencesOf(prompt).flatMap((words) => words.map(({ key }) => key)));
  const weigh = ({ key }: Word) =>
    (Math.log(1 + sentences.length / (inSentences.get(key) ?? 1)) /
      Math.log(1 + sentences.length)) **
      FLATTENED *
    (1 / Math.sqrt(inPoints.get(key) ?? 1)) *
    (asked.has(key) ? PROMPT_SHARE : 1) *
    (WEAK.has(key) ? WEAK_SHARE : 1);

  return {
    vocabulary: new Set([...inSentences.keys(), ...asked]),
    points: points.map(({ id }, i) => {
      const [title = [], claim = []] = parts[i] ?? [];
      const titleShare = claim.length > 0 ? TITLE_SHARE : 1;
      const terms = firstOfEach([
        ...termsOf(claim, weigh),
        ...termsOf(title, (word) => titleShare * weigh(word)),
      ]);
      const heaviest = terms.map(({ weight }) => weight).toSorted((a, b) => b - a);
      return { id, terms, weight: sum(heaviest.slice(0, ENOUGH_WORDS)) };
    }),
  };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function termsOf(words: readonly Word[], weigh: (word: Word) => number): Term[] {
  return words.map((word, i) => ({
    word,
    weight: weigh(word),
    beside: [words[i - 1], words[i + 1]],
  }));
}

function firstOfEach(terms: readonly Term[]): Term[] {
  const byKey = new Map(terms.toReversed().map((term) => [term.word.key, term]));
  return terms.filter((term) => byKey.get(term.word.key) === term);
}

/** In how many texts each word is, also as a part of another. */
function counted(texts: readonly (readonly Word[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const key of new Set(text.flatMap(({ key: whole, parts }) => [whole, ...parts])))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const LONGEST_TITLE = 60;
const SHORTEST_CLAIM = 12;

/** `Rollback: Keep the old one running` in two; a title that denies, `Never: …`, denies each of its claims. */
function titleAndClaim(text: string): [string, string] {
  const at = text.search(/:\s/);
  const [title, claim] = [text.slice(0, at), text.slice(at + 1)];
  if (at > 0 && DENIES.test(title)) return ["", `${title} ${claim.replaceAll(/;\s/g, "; never ")}`];
  const isTitled = at > 0 && at < LONGEST_TITLE && claim.length > SHORTEST_CLAIM;
  return isTitled ? [title, claim] : ["", text];
}

const DENIES = /\b(?:not|never|don['’]?t|avoid\w*|mistakes?|pitfalls?|anti-?patterns?)\b/i;
