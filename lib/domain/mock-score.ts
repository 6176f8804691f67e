import type { PointOutcome } from "./point-history";
import type { Rating } from "./rating";

/** A point of a question asked in a mock interview, and what became of it. */
export type MockPoint = { text: string; core: boolean; outcome: PointOutcome };

/** A question as it was scored. */
export type Scored = { rating: Rating; points: readonly MockPoint[] };

/**
 * The share of a question that was given, 0–1: of its points, core ones counted double, what was said
 * wrongly as nothing. Where no point was marked its grade says it: Again nothing, Hard half, else all.
 */
export function mockScore({ rating, points }: Scored): number {
  if (points.length === 0) return BY_GRADE[rating];
  const given = points.filter(({ outcome }) => outcome === "recalled");
  return weight(given) / weight(points);
}

const BY_GRADE: Record<Rating, number> = { 1: 0, 2: 0.5, 3: 1, 4: 1 };

function weight(points: readonly MockPoint[]): number {
  return points.reduce((sum, { core }) => sum + (core ? 2 : 1), 0);
}

/** The mean score of some questions, each counted alike; null for none. */
export function meanScore(scored: readonly Scored[]): number | null {
  if (scored.length === 0) return null;
  return scored.reduce((sum, one) => sum + mockScore(one), 0) / scored.length;
}

/** How many points were given of how many, said so: `14 of 31 points`. Null where none was marked. */
export function pointsText(scored: readonly Scored[]): string | null {
  const points = scored.flatMap((one) => one.points);
  if (points.length === 0) return null;
  const given = points.filter(({ outcome }) => outcome === "recalled").length;
  return `${given} of ${points.length} ${points.length === 1 ? "point" : "points"}`;
}
