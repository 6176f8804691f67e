import { withKeyPoints } from "@/lib/db/study/mocks";
import type { Candidate } from "@/lib/domain/mock-draw";
import { recallAt } from "@/lib/domain/recall-at";
import { groupsWithin, type Standing } from "@/lib/domain/standing";
import { isPutAway } from "@/lib/domain/weakest";
import type { DaySoFar } from "@/lib/study/day-so-far";
import type { Context } from "@/lib/use-case/context";

/** A question that may be asked, with its recall predicted for today beside that for the interview's day, 0–1. */
export type MockCandidate = Candidate & { today: number };

/**
 * The questions of a topic, or of all, that may be asked: answered, not put away, and not graded today,
 * as nothing is asked cold that was read this morning. Those with points to score them by alone, where
 * they are enough.
 */
export async function mockCandidates(
  { database, learner }: Context,
  day: DaySoFar,
  topic: string | null,
  importanceOf: (topic: string) => number,
  count: number,
): Promise<MockCandidate[]> {
  const onDay = recallAt(day);
  const today = recallAt({ ...day, recallDay: day.studyDay });
  const all = groupsWithin(day.standings, topic).flatMap((group) => {
    const importance = importanceOf(group[0]?.topic ?? "");
    if (importance === 0) return [];
    return group
      .filter((standing) => isAsked(standing, day))
      .map((standing) => {
        const { id, topic: path } = standing;
        const recall = onDay(standing) ?? 0;
        return { id, topic: path, importance, recall, today: today(standing) ?? 0 };
      });
  });
  const scorable = await withKeyPoints(
    database.read,
    learner.id,
    all.map(({ id }) => id),
  );
  return scorable.size < count ? all : all.filter(({ id }) => scorable.has(id));
}

function isAsked(standing: Standing, { now, studyDay }: DaySoFar): boolean {
  if (!standing.isAnswered || isPutAway(standing, now)) return false;
  return standing.state === "new" || standing.lastStudyDay < studyDay;
}
