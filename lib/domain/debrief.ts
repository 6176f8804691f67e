import { type Importance, importanceIn, type TopicImportance } from "./interview";

/** How the answer to a question of an interview went, as its learner says. */
export const WENT = ["well", "partly", "badly"] as const;
export type Went = (typeof WENT)[number];

/** Something that was asked in an interview: a question of a document, or one that none has. */
export type Asked = { id: string; went: Went } & (
  | { questionId: string; prompt: string; topic: string; text: null }
  | { questionId: null; text: string }
);

/** How much a topic shall matter for the next round at least, where it was asked about and went so. */
const MATTERS: Record<Went, Importance> = { well: 1, partly: 2, badly: 3 };

/**
 * How much topics matter for the next round, after what was asked in one: what went badly most, what
 * went partly more than usual, and nothing less than it did.
 */
export function importanceAfter(
  topics: readonly TopicImportance[],
  asked: readonly { topic: string; went: Went }[],
): TopicImportance[] {
  const before = importanceIn(topics);
  const after = new Map(topics.map(({ topic, importance }) => [topic, importance]));
  for (const { topic, went } of asked) {
    const known = after.get(topic) ?? before(topic);
    const wanted = MATTERS[went];
    if (wanted > known) after.set(topic, wanted);
  }
  return [...after].map(([topic, importance]) => ({ topic, importance }));
}
