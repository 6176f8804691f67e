import { type Ink, inkOf } from "@/lib/domain/ink";
import { pointChances } from "@/lib/domain/point-recall";
import { recallAt } from "@/lib/domain/recall-at";
import type { Standing } from "@/lib/domain/standing";
import type { TopicNode } from "@/lib/domain/topic";
import type { DaySoFar } from "./day-so-far";

/** The inks of questions, and of the points of each by their ids. */
export type Inks = {
  ofQuestion: (standing: Standing) => Ink;
  ofPoints: (standing: Standing) => (keyPointId: string) => Ink;
};

/**
 * Tells the inks of questions on the day that recall is told for, and of their points, each by its own
 * past. What was graded on that day is told for the next: of that day the model says nothing.
 */
export function inksAt(day: DaySoFar, told: ReadonlyMap<string, Told>): Inks {
  const then = recallAt(day);
  const dayAfter = recallAt({ ...day, recallDay: day.recallDay + 1 });
  const recallOf = (standing: Standing) => then(standing) ?? dayAfter(standing) ?? 0;
  const wantedOf = ({ topic }: Standing) => told.get(topic)?.desiredRetention ?? 1;
  return {
    ofQuestion: (standing) => inkOf(recallOf(standing), wantedOf(standing)),
    ofPoints: (standing) => {
      if (standing.state === "new") return () => 0;
      const recall = recallOf(standing);
      const { ofPoint, ofOthers } = pointChances(standing.points, recall, day.pointModel);
      return (id) => inkOf(ofPoint.get(id) ?? ofOthers, wantedOf(standing));
    },
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
