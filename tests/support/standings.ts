import fc from "fast-check";
import type { Moment } from "@/lib/domain/remembered";
import { NO_POINTS } from "@/lib/domain/point-sums";
import { DEFAULT_WEIGHTS } from "@/lib/domain/schedule";
import type { Standing } from "@/lib/domain/standing";

export const A_DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A question never seen. */
export const UNSEEN = {
  id: "q",
  topicId: "t",
  topic: "networking",
  documentId: "d",
  position: 0,
  isAnswered: true,
  suspended: false,
  buriedUntil: null,
  asked: false,
  flagged: false,
  leech: false,
  slipping: false,
  points: { ...NO_POINTS, of: 0 },
  state: "new",
  dueAt: null,
} as const;

/** A question in review, of a stability in days. */
export function inReview(stability: number): Standing & { state: "review" } {
  const seen = { stability, difficulty: 5, lastStudyDay: 0, lapses: 0 };
  return { ...UNSEEN, state: "review", dueAt: new Date(0), ...seen };
}

/** A moment of the first study days of 1970, in UTC. */
export function momentAt(ms: number): Moment {
  const studyDay = Math.floor(ms / A_DAY_MS);
  return {
    now: new Date(ms),
    studyDay,
    endOfDay: new Date((studyDay + 1) * A_DAY_MS),
    endOfNextDay: new Date((studyDay + 2) * A_DAY_MS),
    recallDay: studyDay,
    weights: DEFAULT_WEIGHTS,
  };
}

/** A time within ten days, often one that others have too. */
export const anyMs: fc.Arbitrary<number> = fc
  .nat({ max: 10 * 24 * 4 })
  .map((quarters) => quarters * 15 * MINUTE_MS);

const anyDate = anyMs.map((ms) => new Date(ms));

/** A few questions of one topic. */
export const anyGroup: fc.Arbitrary<Standing[]> = fc
  .array(
    fc.record({
      documentId: fc.constantFrom("a", "b"),
      position: fc.nat({ max: 3 }),
      isAnswered: fc.boolean(),
      suspended: fc.boolean(),
      buriedUntil: fc.option(anyDate),
      asked: fc.boolean(),
      memory: fc.option(
        fc.record({
          state: fc.constantFrom("learning", "review", "relearning"),
          dueAt: anyDate,
          stability: fc.constantFrom(0.5, 1, 20),
          difficulty: fc.constantFrom(1, 5, 10),
          lastStudyDay: fc.nat({ max: 9 }),
          lapses: fc.nat({ max: 3 }),
        }),
      ),
    }),
    { maxLength: 6 },
  )
  .map((group) =>
    group.map(({ memory, ...question }, i): Standing => ({
      ...UNSEEN,
      ...question,
      id: `q${i}`,
      ...(memory ?? { state: "new", dueAt: null }),
    })),
  );
