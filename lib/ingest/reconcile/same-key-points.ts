import { dice, Vocabulary } from "./words";

type Point = { text: string; section: string | null };
type Drafted = Point & { start: number | null; end: number | null };
type Stored = Point & {
  id: string;
  answerStart: number | null;
  answerEnd: number | null;
  retiredAt: Date | null;
};

/** Alike in words, and this much more so than any other. */
const ALIKE = 0.5;
const ALIKE_ELSEWHERE = 0.7;
const CLEARLY_MORE = 0.15;
/** Of the longer of two places, how much they share to be one. */
const SAME_PLACE = 0.8;

/**
 * Which stored key point of a question each drafted one is; null for a new one. By its text first;
 * then, in an answer that did not change, by the place that it summarises; then by similar words,
 * in the same section sooner than in another, where that is clear.
 */
export function sameKeyPoints(
  drafted: readonly Drafted[],
  stored: readonly Stored[],
  { answerChanged }: { answerChanged: boolean },
): (string | null)[] {
  const ids: (string | null)[] = drafted.map(() => null);
  const inUseFirst = stored.toSorted((a, b) => Number(a.retiredAt) - Number(b.retiredAt));
  const left = new Map(inUseFirst.map((point) => [point.id, point]));
  const take = (i: number, id: string) => {
    ids[i] = id;
    left.delete(id);
  };
  for (const [i, { text }] of drafted.entries()) {
    const same = [...left.values()].find((point) => point.text === text);
    if (same) take(i, same.id);
  }
  for (const { id, retiredAt } of stored) if (retiredAt !== null) left.delete(id);
  const scores = scoresOf(
    drafted.flatMap((point, i) => (ids[i] === null ? [{ ...point, i }] : [])),
    [...left.values()],
    answerChanged,
  );
  for (const { i, id } of clearOf(scores)) take(i, id);
  return ids;
}

type Score = { i: number; id: string; score: number };

function scoresOf(
  drafted: readonly (Drafted & { i: number })[],
  stored: readonly Stored[],
  answerChanged: boolean,
): Score[] {
  const vocabulary = new Vocabulary();
  const wordsOf = (text: string) => vocabulary.wordsOf({ prompt: text, answer: null }).prompt;
  const known = stored.map((point) => ({ ...point, words: wordsOf(point.text) }));
  return drafted.flatMap((draft) => {
    const words = wordsOf(draft.text);
    return known.map((point) => {
      const score = dice(words, point.words);
      const enough = score >= (draft.section === point.section ? ALIKE : ALIKE_ELSEWHERE);
      const inPlace = !answerChanged && sharedPlace(draft, point) >= SAME_PLACE;
      return { i: draft.i, id: point.id, score: inPlace ? 1 : enough ? score : 0 };
    });
  });
}

function clearOf(scores: readonly Score[]): Score[] {
  return scores.filter((own) => {
    const rivals = scores.filter(
      (other) => other !== own && (other.i === own.i || other.id === own.id),
    );
    return own.score > 0 && rivals.every(({ score }) => own.score - score >= CLEARLY_MORE);
  });
}

/** 0–1: what two places share of the longer one. */
function sharedPlace({ start, end }: Drafted, { answerStart, answerEnd }: Stored): number {
  if (start === null || end === null || answerStart === null || answerEnd === null) return 0;
  const shared = Math.min(end, answerEnd) - Math.max(start, answerStart);
  return Math.max(0, shared) / Math.max(end - start, answerEnd - answerStart, 1);
}
