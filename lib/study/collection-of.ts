import { inTurns } from "@/lib/breathe";
import { type Collection, emptyCollection } from "@/lib/domain/collection";
import { type DayPlan, mattering } from "@/lib/domain/planned";
import { compareTexts, type Standing } from "@/lib/domain/standing";
import type { DaySoFar } from "./day-so-far";

const A_DOCUMENT = 1_000_000;
const DAY_MS = 86_400_000;

/** The questions that a plan goes by, in columns, and the topics that they name; made in turns. */
export async function collectionOf(
  day: DaySoFar,
  plan: DayPlan,
): Promise<{ collection: Collection; topics: string[] }> {
  const groups = mattering([...day.standings.values()], plan).map((group) =>
    group.filter(({ suspended }) => !suspended),
  );
  const documents = documentsIn(groups);
  const collection = emptyCollection(groups.reduce((sum, { length }) => sum + length, 0));
  const topics: string[] = [];
  const pause = inTurns();
  let at = 0;
  for (const group of groups) {
    const topic = group[0]?.topic ?? "";
    const importance = plan.importanceOf(topic) || 1;
    for (const standing of group) {
      const document = documents.get(standing.documentId) ?? 0;
      // What matters more comes before any document of what matters less.
      const first = (3 - importance) * documents.size + document;
      put(collection, at, standing, day);
      collection.importance[at] = importance;
      collection.topic[at] = topics.length;
      collection.place[at] = first * A_DOCUMENT + standing.position;
      at += 1;
    }
    topics.push(topic);
    await pause();
  }
  return { collection, topics };
}

function documentsIn(groups: readonly (readonly Standing[])[]): Map<string, number> {
  const ids = new Set<string>();
  for (const group of groups) for (const { documentId } of group) ids.add(documentId);
  return new Map([...ids].toSorted(compareTexts).map((id, i) => [id, i]));
}

function put(
  { stability, difficulty, lastDay, dueDay }: Collection,
  at: number,
  standing: Standing,
  { studyDay, endOfDay }: DaySoFar,
): void {
  if (standing.state === "new") return;
  stability[at] = standing.stability;
  difficulty[at] = standing.difficulty;
  lastDay[at] = standing.lastStudyDay;
  dueDay[at] = studyDay + Math.floor((standing.dueAt.getTime() - endOfDay.getTime()) / DAY_MS) + 1;
}
