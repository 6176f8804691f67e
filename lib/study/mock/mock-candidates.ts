import type { Candidate } from "@/lib/domain/mock-draw";
import { expectedPoints } from "@/lib/domain/point-recall";
import { recallAt } from "@/lib/domain/recall-at";
import { groupsWithin, type Standing } from "@/lib/domain/standing";
import { isPutAway } from "@/lib/domain/weakest";
import type { DaySoFar } from "@/lib/study/day-so-far";

/** A question that may be asked, with the share of its points that would be given today, as predicted, 0–1. */
export type MockCandidate = Candidate & { predicted: number };

/**
 * The questions of a topic, or of all, that may be asked: answered, not put away, and not graded today,
 * as nothing is asked cold that was read this morning. Those with points to score them by alone, where
 * they are as many as are wanted.
 */
export function mockCandidates(
  day: DaySoFar,
  topic: string | null,
  importanceOf: (topic: string) => number,
  count: number,
): MockCandidate[] {
  const asked = groupsWithin(day.standings, topic).flatMap((group) =>
    importanceOf(group[0]?.topic ?? "") > 0
      ? group.filter((standing) => isAsked(standing, day))
      : [],
  );
  const scorable = asked.filter(({ points }) => points.of > 0);
  const recallThen = recallAt(day);
  const recallToday = recallAt({ ...day, recallDay: day.studyDay });
  return (scorable.length < count ? asked : scorable).map((standing) => ({
    id: standing.id,
    topic: standing.topic,
    importance: importanceOf(standing.topic),
    recall: recallThen(standing) ?? 0,
    predicted: shareOf(standing, recallToday(standing) ?? 0, day),
  }));
}

function isAsked(standing: Standing, { now, studyDay }: DaySoFar): boolean {
  if (!standing.isAnswered || isPutAway(standing, now)) return false;
  return standing.state === "new" || standing.lastStudyDay < studyDay;
}

/** Of its points as they came with it so far; of one without any its recall speaks. */
function shareOf({ state, points }: Standing, recall: number, { pointModel }: DaySoFar): number {
  if (state === "new" || points.of === 0) return recall;
  return expectedPoints(points, recall, pointModel).expected / points.of;
}
