/**
 * A learner's questions in columns, to be handed to a worker and looked through quickly: what can be
 * asked, and matters to the interview. Days are study days.
 */
export type Collection = {
  /** 0 where it was never seen. */
  stability: Float64Array;
  difficulty: Float64Array;
  lastDay: Int32Array;
  dueDay: Int32Array;
  importance: Float64Array;
  /** Where it stands among those never seen: they are met from the least on. */
  place: Float64Array;
  /** The place of its topic in a list that the caller keeps. */
  topic: Int32Array;
};

/** One with room for so many. */
export function emptyCollection(length: number): Collection {
  return {
    stability: new Float64Array(length),
    difficulty: new Float64Array(length),
    lastDay: new Int32Array(length),
    dueDay: new Int32Array(length),
    importance: new Float64Array(length),
    place: new Float64Array(length),
    topic: new Int32Array(length),
  };
}

/** A copy whose memories can be changed. */
export function copyOf(collection: Collection): Collection {
  const { stability, difficulty, lastDay, dueDay } = collection;
  return {
    ...collection,
    stability: stability.slice(),
    difficulty: difficulty.slice(),
    lastDay: lastDay.slice(),
    dueDay: dueDay.slice(),
  };
}
