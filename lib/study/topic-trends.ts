import { breathe } from "@/lib/breathe";
import { recalledByTopic } from "@/lib/db/study/recalled-by-topic";
import { sumOfWent, type Trend, TREND_DAYS, trendOf, type Went } from "@/lib/domain/trend";
import { groupsWithin } from "@/lib/domain/standing";
import type { Context } from "@/lib/use-case/context";
import type { DaySoFar } from "./day-so-far";

const NONE: Went = { reviews: 0, recalled: 0 };

/** A day's reviews are read within some milliseconds: others work between. */
const A_PART = 1;

/** Tells how topics go, by the four weeks before today against the four before those. */
export async function topicTrends(
  { standings, studyDay }: Pick<DaySoFar, "standings" | "studyDay">,
  context: Context,
): Promise<(path: string) => Trend> {
  const now = await wentFrom(studyDay - TREND_DAYS, context);
  const before = await wentFrom(studyDay - 2 * TREND_DAYS, context);
  return (path) => {
    const ids = new Set(groupsWithin(standings, path).flatMap(([one]) => one?.topicId ?? []));
    const of = (went: ReadonlyMap<string, Went>) =>
      sumOfWent([...ids].flatMap((id) => went.get(id) ?? []));
    return trendOf(of(before), of(now));
  };
}

/** What was before today does not change, but by an undo or a late grade: tomorrow has those. */
const kept = new Map<string, Promise<Map<string, Went>>>();
const MOST_KEPT = 8;

function wentFrom(first: number, context: Context): Promise<Map<string, Went>> {
  const key = JSON.stringify([context.database.file, context.learner.id, first]);
  const went = kept.get(key) ?? readFrom(first, context);
  kept.set(key, went);
  went.catch(() => kept.delete(key));
  const [oldest = key] = kept.keys();
  if (kept.size > MOST_KEPT) kept.delete(oldest);
  return went;
}

async function readFrom(first: number, { database, learner }: Context): Promise<Map<string, Went>> {
  const all = new Map<string, Went>();
  for (let from = first; from < first + TREND_DAYS; from += A_PART) {
    const part = { from, to: from + A_PART - 1 };
    for (const [id, went] of await recalledByTopic(database.read, learner.id, part))
      all.set(id, sumOfWent([went, all.get(id) ?? NONE]));
    await breathe();
  }
  return all;
}
