import type { Moment } from "./remembered";
import { forgettingCurve } from "./schedule";
import type { Standing } from "./standing";

/** What recall is told from: the study day that it is told for, and the learner's weights. */
export type ToldFor = Pick<Moment, "recallDay" | "weights">;

/**
 * Tells how likely questions would be recalled on the day that recall is told for, 0–1, by FSRS-6:
 * (1 + factor × days / stability) ^ decay. Null for one never seen, and for one graded on that day
 * already, of which it says nothing.
 */
export function recallAt({ recallDay, weights }: ToldFor): (standing: Standing) => number | null {
  const { decay, factor } = forgettingCurve(weights);
  return (standing) => {
    if (standing.state === "new") return null;
    const days = recallDay - standing.lastStudyDay;
    return days <= 0 ? null : (1 + (factor * days) / standing.stability) ** decay;
  };
}
