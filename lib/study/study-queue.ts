import { z } from "zod";
import { breathe } from "@/lib/breathe";
import { queuedQuestions } from "@/lib/db/study/queue";
import { titlesByPath } from "@/lib/db/topics";
import { studyOrder, withinLimits } from "@/lib/domain/queue";
import { intervals } from "@/lib/domain/schedule";
import { type Group, groupsWithin, type Standing } from "@/lib/domain/standing";
import { studyDayText } from "@/lib/domain/study-day";
import { firstWaitingIn, waitingIn } from "@/lib/domain/waiting";
import { weakestIn } from "@/lib/domain/weakest";
import { ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { limitWithin, TopicPath, Weakest } from "@/lib/use-case/inputs";
import type { StudyQueue } from "@/lib/wire/session";
import { type DaySoFar, daySoFar } from "./day-so-far";

export const QueueQuery = z.object({
  topic: TopicPath.optional(),
  limit: limitWithin(20),
  weakest: Weakest,
});
export type QueueQuery = z.infer<typeof QueueQuery>;

/** To part topics, the queue looks further than it answers; and a session of the weakest is no longer. */
const LOOK_AHEAD = 100;

/**
 * What to study now, in order, of `topic` with all below it: what waits, after the day's limits; or
 * `weakest`, what would be recalled worst, due or not.
 */
export async function studyQueue(
  context: Context,
  query: QueueQuery,
): Promise<Result<StudyQueue, never>> {
  return ok(await queueOn(await daySoFar(context), context, query));
}

/** The queue at a moment of the day. */
export async function queueOn(
  day: DaySoFar,
  { database: { read }, learner }: Context,
  { topic, limit, weakest: isWeakest = false }: QueueQuery,
): Promise<StudyQueue> {
  const { now, endOfDay } = day;
  const groups = groupsWithin(day.standings, topic ?? null);
  const { order, ...found } = (isWeakest ? weakestOf : waitingOf)(groups, day, limit);
  const chosen = await queuedQuestions(
    read,
    learner.id,
    order.slice(0, limit).map(({ id }) => id),
  );
  const titles = await titlesByPath(
    read,
    chosen.map((question) => question.topic),
  );
  await breathe();
  return {
    now,
    studyDay: studyDayText(day.studyDay),
    endOfDay,
    ...found,
    items: chosen.map(({ id, number, prompt, stored: { memory }, topic: path }) => ({
      questionId: id,
      topicPath: titles.get(path) ?? [],
      number,
      prompt,
      state: memory.phase,
      dueAt: memory.phase === "new" ? null : memory.dueAt,
      intervals: intervals({ id, memory }, now, learner.scheduling),
    })),
  };
}

type Found = { order: Standing[] } & Pick<StudyQueue, "counts" | "heldBack">;

/** What waits of some questions, and how much of it the day's limits leave. */
export function waitingOf(groups: readonly Group[], day: DaySoFar, limit: number): Found {
  return {
    order: studyOrder(firstWaitingIn(groups, day, Math.max(limit, LOOK_AHEAD)), day.left),
    ...withinLimits(waitingIn(groups, day), day.left),
  };
}

/** What of some questions would be recalled worst, whatever the limits. */
function weakestOf(groups: readonly Group[], day: DaySoFar, limit: number): Found {
  const review = weakestIn(groups, day, Math.max(limit, LOOK_AHEAD));
  return {
    order: studyOrder({ learning: [], review, new: [] }, { review: review.length, new: 0 }),
    counts: { new: 0, learning: 0, review: review.length },
    heldBack: { new: 0, review: 0 },
  };
}
