import { allTopics } from "@/lib/db/topics";
import type { PastReadiness } from "@/lib/domain/course";
import { importanceIn, type Interview } from "@/lib/domain/interview";
import { studyDay } from "@/lib/domain/study-day";
import { courseInWorker } from "@/lib/jobs/course-in-worker";
import type { Context } from "@/lib/use-case/context";

/**
 * Readiness for an interview as it was in the weeks before; empty where there were none, null where it
 * took too long to read. It is read once a study day.
 */
export async function readinessCourse(
  { database, learner, clock }: Context,
  { at, topics }: Interview,
): Promise<PastReadiness[] | null> {
  const { scheduling } = learner;
  const told = {
    file: database.file,
    learnerId: learner.id,
    weights: scheduling.weights,
    recallDay: studyDay(at, scheduling),
    today: studyDay(clock.now(), scheduling),
  };
  const key = JSON.stringify([told, topics]);
  const known = kept.get(key);
  if (known) return known;
  const importanceOf = importanceIn(topics);
  const all = await allTopics(database.read);
  const importance = new Map(all.map(({ id, path }) => [id, importanceOf(path)]));
  const course = courseInWorker({ ...told, importance });
  kept.set(key, course);
  const [oldest = key] = kept.keys();
  if (kept.size > MOST_KEPT) kept.delete(oldest);
  return course;
}

/** What was yesterday does not change, but by an undo or a late grade: tomorrow's course has those. */
const kept = new Map<string, Promise<PastReadiness[] | null>>();
const MOST_KEPT = 4;
