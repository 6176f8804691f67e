import { inTurns } from "@/lib/breathe";
import type { Candidate } from "@/lib/domain/mock-draw";
import { expectedPoints, type PointModel } from "@/lib/domain/point-recall";
import { recallAt, type ToldFor } from "@/lib/domain/recall-at";
import { rememberedBy } from "@/lib/domain/remembered";
import { type Group, groupsWithin, type Standing } from "@/lib/domain/standing";
import { isPutAway } from "@/lib/domain/weakest";
import type { DaySoFar } from "@/lib/study/day-so-far";

/** A question that may be asked, with the share of its points that would be given today, as predicted, 0–1. */
export type MockCandidate = Candidate & { predicted: number };

/**
 * The questions of a topic, or of all, that may be asked: answered, not put away, and not graded today,
 * as nothing is asked cold that was read this morning. Those with points to score them by alone, where
 * they are as many as are wanted.
 */
export async function mockCandidates(
  day: DaySoFar,
  topic: string | null,
  importanceOf: (topic: string) => number,
  count: number,
): Promise<MockCandidate[]> {
  const { recallDay, studyDay, weights, pointModel } = day;
  const recallThen = recallAt({ recallDay, weights });
  const all: (MockCandidate & { isScorable: boolean })[] = [];
  const pause = inTurns();
  for (const group of groupsWithin(day.standings, topic)) {
    const importance = importanceOf(group[0]?.topic ?? "");
    if (importance === 0) continue;
    const { shares } = sharesOf(group, { recallDay: studyDay, weights, pointModel });
    for (const [i, standing] of group.entries()) {
      if (!isAsked(standing, day)) continue;
      const { id, topic: path, points } = standing;
      const recall = recallThen(standing) ?? 0;
      const isScorable = points.of > 0;
      all.push({ id, topic: path, importance, recall, predicted: shares[i] ?? 0, isScorable });
    }
    await pause();
  }
  const scorable = all.filter((one) => one.isScorable);
  return scorable.length < count ? all : scorable;
}

function isAsked(standing: Standing, { now, studyDay }: DaySoFar): boolean {
  if (!standing.isAnswered || isPutAway(standing, now)) return false;
  return standing.state === "new" || standing.lastStudyDay < studyDay;
}

/** Of each question the share of its points that is predicted; of one without any its recall speaks. */
const sharesOf = rememberedBy(
  (group: Group, { pointModel, ...told }: ToldFor & { pointModel: PointModel }) => {
    const recall = recallAt(told);
    const shares = group.map((standing) => {
      const then = recall(standing) ?? 0;
      const { state, points } = standing;
      if (state === "new" || points.of === 0) return then;
      return expectedPoints(points, then, pointModel).expected / points.of;
    });
    return { shares };
  },
);
