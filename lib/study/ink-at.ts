import { type Ink, inkOf } from "@/lib/domain/ink";
import { recallAt } from "@/lib/domain/recall-at";
import type { Standing } from "@/lib/domain/standing";
import type { TopicNode } from "@/lib/domain/topic";
import type { DaySoFar } from "./day-so-far";

/** The ink of a question, or of a point of it that would be recalled so much less often. */
export type InkOf = (standing: Standing, share?: number) => Ink;

/** Of a point not recalled in two of its last three reviews: so much of its question's recall. */
export const SLIPPING = 0.6;

/**
 * Tells the ink of questions on the day that recall is told for. What was graded on that day is told for
 * the next: of that day the model says nothing.
 */
export function inkAt(day: DaySoFar, told: ReadonlyMap<string, Told>): InkOf {
  const then = recallAt(day);
  const dayAfter = recallAt({ ...day, recallDay: day.recallDay + 1 });
  return (standing, share = 1) => {
    const recall = then(standing) ?? dayAfter(standing) ?? 0;
    return inkOf(recall * share, told.get(standing.topic)?.desiredRetention ?? 1);
  };
}

type Told = Pick<TopicNode, "desiredRetention" | "importance">;

/** The recall that is wanted of each topic, and how much it matters, by its address. */
export function toldOf(topics: readonly TopicNode[]): Map<string, Told> {
  const all = topics.flatMap(({ path, desiredRetention, importance, children }) => [
    [path, { desiredRetention, importance }] as const,
    ...toldOf(children),
  ]);
  return new Map(all);
}
