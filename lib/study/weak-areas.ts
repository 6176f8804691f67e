import { breathe } from "@/lib/breathe";
import { mostMissedPoints } from "@/lib/db/study/insight";
import { weakestIds } from "@/lib/db/study/queue";
import { studyDay } from "@/lib/domain/study-day";
import { sumOfFigures } from "@/lib/domain/topic";
import { ENOUGH_RATED, type MissedPoint, weakAreas } from "@/lib/domain/weakness";
import type { Context } from "@/lib/use-case/context";
import type { WeakAreasView, WeakAreaView } from "@/lib/wire/topics";
import { queueScope } from "./study-queue";
import { topicTree } from "./topics";

const MOST_AREAS = 10;
const MOST_POINTS = 3;
/** As many questions as a session of the weakest has. */
const WEAKEST = 100;

/** Where recall is worst, and which points are missed there. */
export async function weakAreasView(context: Context): Promise<WeakAreasView> {
  const topics = await topicTree(context);
  const figures = sumOfFigures(topics);
  const enough = figures.rated >= ENOUGH_RATED;
  const all = enough ? weakAreas(topics) : [];
  const areas: WeakAreaView[] = [];
  // One after the other: the driver is synchronous, and grades pass between two areas.
  for (const area of all.slice(0, MOST_AREAS)) {
    await breathe();
    areas.push({ ...area, missed: await missedIn(context, area.path) });
  }
  return { figures, enough, areas, beyond: all.length - areas.length };
}

async function missedIn(context: Context, topic: string): Promise<MissedPoint[]> {
  const { database, learner, clock } = context;
  const now = clock.now();
  const tomorrow = studyDay(now, learner.scheduling) + 1;
  const scope = queueScope(context, now, topic);
  const questionIds = await weakestIds(database.read, scope, {
    studyDay: tomorrow,
    limit: WEAKEST,
  });
  return mostMissedPoints(database.read, learner.id, { questionIds, limit: MOST_POINTS });
}
