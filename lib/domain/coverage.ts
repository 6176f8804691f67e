import { counted } from "./counted";
import type { Marks } from "./marks";
import type { KeyPoint } from "./question";
import type { Rating } from "./rating";

/** Which grade the marks speak for, and why, in a few words. */
export type Proposal = { rating: Exclude<Rating, 4>; why: string };

/** Under the first share of the points it was not recalled; under the second, with gaps. */
export const SHARES = { recalled: 0.4, whole: 0.75 };

/**
 * The grade that marks propose; null where nothing is marked. The share of the points that were
 * recalled, core ones counted double, decides: under 0.4 is Again; under 0.75, or a core point missed,
 * or any said wrongly, is Hard; else it is Good. Easy is the learner's alone to say.
 */
export function proposal(
  points: readonly Pick<KeyPoint, "id" | "core">[],
  { given, none }: Marks,
): Proposal | null {
  if (given.size === 0 && !none) return null;
  const recalled = points.filter(({ id }) => given.get(id) === "recalled");
  const wrong = points.filter(({ id }) => given.get(id) === "wrong").length;
  const coreMissed = points.filter(({ id, core }) => core && !given.has(id)).length;
  const share = weight(recalled) / weight(points);
  const said = `${recalled.length === 0 ? "none" : recalled.length} of ${points.length} recalled`;
  if (share < SHARES.recalled) return { rating: 1, why: said };
  const gaps = [
    coreMissed > 0 && `${counted(coreMissed, "core point")} missed`,
    wrong > 0 && `${counted(wrong, "point")} said wrongly`,
  ].filter((gap) => gap !== false);
  if (gaps.length > 0) return { rating: 2, why: gaps.join(", ") };
  return { rating: share < SHARES.whole ? 2 : 3, why: said };
}

function weight(points: readonly Pick<KeyPoint, "core">[]): number {
  return points.reduce((sum, { core }) => sum + (core ? 2 : 1), 0);
}
