import { breathe } from "@/lib/breathe";
import { groupBy } from "@/lib/group-by";
import type { Keys } from "./matching";
import { dice, Vocabulary } from "./words";

/** A question where it stands. */
export type Placed = Keys & { id: string };

/** Prompts share so much where the answers are the same. */
const ALIKE = 0.5;

/**
 * Pairs of questions in two documents that look like one: the same explicit id or prompt, or the
 * same answer under a similar prompt. Of more than two, each of the later with the first.
 * `looked`: the questions that a run added or changed; `stored`: others that share a key with them.
 * `isTelling`: whether the answer of one of `looked` says enough to be known by it.
 */
export async function duplicates(
  looked: readonly Placed[],
  stored: readonly Placed[],
  isTelling: (question: Placed) => boolean,
): Promise<{ known: string; other: string }[]> {
  const isLooked = new Set(looked.map(({ id }) => id));
  // Ids are made in order: the older comes first.
  const all = [...stored.filter(({ id }) => !isLooked.has(id)), ...looked].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const telling = new Set(
    looked.filter(isTelling).flatMap((question) => question.answerHash ?? []),
  );
  await breathe();
  const byId = pairsBy(all, ({ explicitId }) => explicitId);
  await breathe();
  const byPrompt = pairsBy(all, ({ promptKey }) => promptKey);
  await breathe();
  const byAnswer = pairsBy(all, ({ answerHash }) =>
    answerHash !== null && telling.has(answerHash) ? answerHash : null,
  ).filter(areAlike());
  const pairs = [...byId, ...byPrompt, ...byAnswer].filter(
    ([a, b]) => isLooked.has(a.id) || isLooked.has(b.id),
  );
  const unique = new Map(pairs.map(([a, b]) => [`${a.id} ${b.id}`, { known: a.id, other: b.id }]));
  return [...unique.values()];
}

function pairsBy(
  questions: readonly Placed[],
  keyOf: (question: Placed) => string | null,
): [Placed, Placed][] {
  return [...groupBy(questions, keyOf)].flatMap(([key, [first, ...others]]) =>
    key === null || !first
      ? []
      : others
          .filter(({ document }) => document !== first.document)
          .map((other): [Placed, Placed] => [first, other]),
  );
}

function areAlike(): (pair: [Placed, Placed]) => boolean {
  const vocabulary = new Vocabulary();
  const wordsOf = ({ promptKey }: Placed) =>
    vocabulary.wordsOf({ prompt: promptKey, answer: null }).prompt;
  return ([a, b]) => dice(wordsOf(a), wordsOf(b)) >= ALIKE;
}
