import type { Moment } from "./remembered";
import { forgettingCurve } from "./schedule";
import type { Standing } from "./standing";

/**
 * Tells how likely questions would be recalled today, 0–1, by FSRS-6: (1 + factor × days / stability) ^
 * decay. Null for one never seen, and for one graded today, of which it says nothing.
 */
export function recallToday({
  studyDay,
  weights,
}: Pick<Moment, "studyDay" | "weights">): (standing: Standing) => number | null {
  const { decay, factor } = forgettingCurve(weights);
  return (standing) => {
    if (standing.state === "new") return null;
    const days = studyDay - standing.lastStudyDay;
    return days <= 0 ? null : (1 + (factor * days) / standing.stability) ** decay;
  };
}
