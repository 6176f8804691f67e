import { breathe } from "@/lib/breathe";
import { pointTexts } from "@/lib/db/study/point-texts";
import { type LostPoint, mostLost, type Weakness, weaknessOf } from "@/lib/domain/causes";
import { lossMap } from "@/lib/domain/loss-map";
import { ratedIn, sumOfFigures, type TopicNode } from "@/lib/domain/topic";
import { ENOUGH_RATED, shownLoss, type WeakArea, weakAreas } from "@/lib/domain/weakness";
import { ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import type { NamedPoint, WeakAreas, WeakAreasView } from "@/lib/wire/weak-areas";
import { type DaySoFar, daySoFar } from "./day-so-far";
import { topicTrends } from "./topic-trends";
import { topicTreeOn } from "./topics";

const MOST_AREAS = 12;
/** As many points are named of what is lost by another cause than by them. */
const SOME_POINTS = 3;

/** What is lost and why, and the points that are. */
export async function weakAreasView(context: Context): Promise<WeakAreasView> {
  const day = await daySoFar(context);
  const topics = await topicTreeOn(day, context);
  await breathe();
  const all = weakAreasOn(day, topics);
  await breathe();
  const named = all.slice(0, MOST_AREAS).map(withFewerPoints);
  const points = mostLostOn(day, topics);
  const texts = await textsOf([...named.flatMap((area) => area.points), ...points], context);
  const trendIn = await topicTrends(day, context);
  return {
    interview: day.interview && {
      title: day.interview.title,
      daysLeft: day.recallDay - day.studyDay,
    },
    figures: sumOfFigures(topics),
    enough: isEnough(topics),
    areas: named.map((area) => ({
      ...area,
      trend: area.cause === "unseen" ? null : trendIn(area.path),
      points: texts(area.points),
    })),
    beyond: all.length - named.length,
    map: lossMap(topics, weaknessOn(day)),
    points: texts(points),
  };
}

/** The same for other programs: all areas. */
export async function weakAreasTold(context: Context): Promise<Result<WeakAreas, never>> {
  const day = await daySoFar(context);
  const topics = await topicTreeOn(day, context);
  const all = weakAreasOn(day, topics).map(withFewerPoints);
  const texts = await textsOf(
    all.flatMap((area) => area.points),
    context,
  );
  const areas = all.map(({ path: topic, titles, cause, questions, loss, points }) => ({
    topic,
    titles,
    cause,
    questions,
    seen: cause === "unseen" ? 0 : questions,
    shown: shownLoss({ loss }),
    loss,
    points: texts(points).map(({ keyPointId, text, missed, wrong, assessed }) => ({
      keyPointId,
      text,
      missed,
      wrong,
      assessed,
    })),
  }));
  return ok({ seen: sumOfFigures(topics).seen, enough: isEnough(topics), areas });
}

/** What is lost of some topics at a moment of the day, most first. */
export function weakAreasOn(day: DaySoFar, topics: readonly TopicNode[]): WeakArea[] {
  return weakAreas(topics, { weaknessIn: weaknessOn(day), enough: isEnough(topics) });
}

/** Whether there is enough to say what is forgotten. */
export function isEnough(topics: readonly TopicNode[]): boolean {
  return ratedIn(sumOfFigures(topics)) >= ENOUGH_RATED;
}

function weaknessOn({ standings, recallDay, weights, pointModel }: DaySoFar) {
  const told = { recallDay, weights, pointModel };
  const known = new Map([...standings].map(([path, group]) => [path, weaknessOf(group, told)]));
  return (path: string): Weakness | null => known.get(path) ?? null;
}

/** The points lost most, of what matters. */
function mostLostOn(day: DaySoFar, topics: readonly TopicNode[]): LostPoint[] {
  const weaknessIn = weaknessOn(day);
  const within = ({ path, importance, children }: TopicNode): LostPoint[] => [
    ...(importance > 0 ? (weaknessIn(path)?.points ?? []) : []),
    ...children.flatMap(within),
  ];
  return mostLost(topics.flatMap(within));
}

function withFewerPoints(area: WeakArea): WeakArea {
  return area.cause === "half-known"
    ? area
    : { ...area, points: mostLost(area.points, SOME_POINTS) };
}

async function textsOf(
  points: readonly LostPoint[],
  { database, learner }: Context,
): Promise<(points: readonly LostPoint[]) => NamedPoint[]> {
  const ids = [...new Set(points.map(({ keyPointId }) => keyPointId))];
  const texts = await pointTexts(database.read, learner.id, ids);
  return (some) => some.map((point) => ({ ...point, text: texts.get(point.keyPointId) ?? "" }));
}
