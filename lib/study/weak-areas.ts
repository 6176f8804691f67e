import { breathe } from "@/lib/breathe";
import { mostMissedPoints } from "@/lib/db/study/missed-points";
import { groupsWithin } from "@/lib/domain/standing";
import { ratedIn, sumOfFigures } from "@/lib/domain/topic";
import { weakestIn } from "@/lib/domain/weakest";
import { ENOUGH_RATED, type MissedPoint, weakAreas } from "@/lib/domain/weakness";
import type { Context } from "@/lib/use-case/context";
import type { WeakAreasView, WeakAreaView } from "@/lib/wire/topics";
import { type DaySoFar, daySoFar } from "./day-so-far";
import { topicTreeOn } from "./topics";

const MOST_AREAS = 10;
const MOST_POINTS = 3;
/** As many questions as a session of the weakest has. */
const WEAKEST = 100;

/** Where recall is worst, and which points are missed there. */
export async function weakAreasView(context: Context): Promise<WeakAreasView> {
  const day = await daySoFar(context);
  const topics = await topicTreeOn(day, context);
  const figures = sumOfFigures(topics);
  const enough = ratedIn(figures) >= ENOUGH_RATED;
  const all = enough ? weakAreas(topics) : [];
  const areas: WeakAreaView[] = [];
  // One after the other: the driver is synchronous, and grades pass between two areas.
  for (const area of all.slice(0, MOST_AREAS)) {
    await breathe();
    areas.push({ ...area, missed: await missedIn(area.path, day, context) });
  }
  return { figures, enough, areas, beyond: all.length - areas.length };
}

async function missedIn(
  topic: string,
  day: DaySoFar,
  { database, learner }: Context,
): Promise<MissedPoint[]> {
  // As of tomorrow, so that what was graded today is among them.
  const tomorrow = { ...day, studyDay: day.studyDay + 1 };
  const weak = weakestIn(groupsWithin(day.standings, topic), tomorrow, WEAKEST);
  const questionIds = weak.map(({ id }) => id);
  return mostMissedPoints(database.read, learner.id, { questionIds, limit: MOST_POINTS });
}
