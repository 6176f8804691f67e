import { withAcronyms } from "./acronyms";
import { type Heard, heardIn, type Stretch, stretchOf } from "./heard";
import { type Asked, type Point, pointTerms, sum, type Term } from "./point-terms";
import { OPPOSITES } from "./word-lists";
import { sentencesOf, type Word } from "./words";

/** From this share of a point's weight on it is taken for covered: chosen for few false ones. */
const COVERED = 0.55;
const LEAST_WORDS = 2;
/** Two sentences together tell less than one. */
const TWO_SENTENCES = 0.88;
/** What a better point of the same sentence has already counts by half. */
const EXPLAINED = 0.5;
/** What is said the other way round counts against a point. */
const CONTRADICTED = 1;
/** What has less of a point explains nothing away. */
const HINT = 0.2;

/**
 * The points that a learner's own text seems to cover: those most of whose telling words stand, not
 * turned into the contrary, in one or two of its sentences. To be suggested, no more: a rule of words
 * knows no sense.
 */
export function coveredPoints<Id>(typed: string, asked: Asked<Id>): Id[] {
  const scores = pointScores(typed, asked);
  return asked.points.flatMap(({ id }) => ((scores.get(id) ?? 0) >= COVERED ? [id] : []));
}

/** How much of each point stands at best in a sentence or two of a text, 0–1. */
function pointScores<Id>(typed: string, asked: Asked<Id>): ReadonlyMap<Id, number> {
  const short = withAcronyms([
    asked.prompt,
    asked.answer,
    ...asked.points.map(({ text }) => text),
    typed,
  ]);
  const { points, vocabulary } = pointTerms({
    prompt: short(asked.prompt),
    answer: short(asked.answer),
    points: asked.points.map(({ id, text }) => ({ id, text: short(text) })),
  });
  const best = new Map<Id, number>();
  for (const { words, share } of stretchesOf(sentencesOf(short(typed)))) {
    const stretch = stretchOf(words);
    const matches = points.map((point) => matched(stretch, point, vocabulary));
    for (const [id, score] of explained(matches))
      best.set(id, Math.max(best.get(id) ?? 0, share * score));
  }
  return best;
}

function stretchesOf(sentences: readonly Word[][]): { words: Word[]; share: number }[] {
  return sentences.flatMap((words, i) => {
    const next = sentences[i + 1];
    const alone = { words, share: 1 };
    return next ? [alone, { words: [...words, ...next], share: TWO_SENTENCES }] : [alone];
  });
}

type Match<Id> = {
  point: Point<Id>;
  found: { key: string; weight: number }[];
  against: number;
  score: number;
};

function matched<Id>(
  stretch: Stretch,
  point: Point<Id>,
  vocabulary: ReadonlySet<string>,
): Match<Id> {
  const found: Match<Id>["found"] = [];
  let against = 0;
  for (const { word, weight, beside } of point.terms) {
    const heard = heardIn(stretch, { word, beside, vocabulary });
    if (heard && agrees(word, heard)) found.push({ key: word.key, weight: weight * heard.share });
    else if (heard || isOpposed(word, stretch, point.terms)) against += weight;
  }
  return { point, found, against, score: scored(found, against, point) };
}

/** Denied in both or in neither; or denied in one, where the other's sentence denies in other words. */
function agrees(word: Word, heard: Heard): boolean {
  if (word.isDenied === heard.isDenied) return true;
  return word.isDenied ? heard.nearDenial : word.nearDenial;
}

function isOpposed({ key }: Word, stretch: Stretch, terms: readonly Term[]): boolean {
  const opposite = OPPOSITES.get(key);
  if (opposite === undefined || !stretch.has(opposite)) return false;
  return terms.every(({ word }) => word.key !== opposite);
}

/** The scores when words that several points share count for the best of them. */
function explained<Id>(matches: readonly Match<Id>[]): [Id, number][] {
  const used = new Map<string, number>();
  return matches
    .filter(({ score, found }) => score > HINT && found.length >= LEAST_WORDS)
    .toSorted((a, b) => b.score - a.score)
    .map(({ point, found, against }) => {
      const left = found.map(({ key, weight }) => {
        const times = used.get(key) ?? 0;
        used.set(key, times + 1);
        return { weight: weight * EXPLAINED ** times };
      });
      return [point.id, scored(left, against, point)];
    });
}

function scored(
  found: readonly { weight: number }[],
  against: number,
  { weight }: { weight: number },
): number {
  if (weight === 0) return 0;
  return (sum(found.map((one) => one.weight)) - CONTRADICTED * against) / weight;
}
