import { z } from "zod";
import { breathe } from "@/lib/breathe";
import {
  dueLearning,
  dueReviews,
  newQuestions,
  type QueueScope,
  type Waiting,
  waitingCounts,
  weakestQuestions,
} from "@/lib/db/study/queue";
import { reviewsOfDay } from "@/lib/db/study/tallies";
import { titlesByPath } from "@/lib/db/topics";
import { type Allowance, allowance, studyOrder, tally, withinLimits } from "@/lib/domain/queue";
import { intervals } from "@/lib/domain/schedule";
import { startOfStudyDay, studyDay, studyDayText } from "@/lib/domain/study-day";
import { ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { limitWithin, TopicPath, Weakest } from "@/lib/use-case/inputs";
import type { StudyQueue } from "@/lib/wire/session";

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
  { topic, limit, weakest = false }: QueueQuery,
): Promise<Result<StudyQueue, never>> {
  const { database, clock, learner } = context;
  const now = clock.now();
  const today = studyDay(now, learner.scheduling);
  const scope = queueScope(context, now, topic ?? null);
  const depth = Math.max(limit, LOOK_AHEAD);
  const { order, counts, heldBack } = await (weakest ? weakestOf : waitingOf)(
    context,
    scope,
    today,
    depth,
  );
  const chosen = order.slice(0, limit);
  const titles = await titlesByPath(
    database.read,
    chosen.map((question) => question.topic),
  );
  return ok({
    now,
    studyDay: studyDayText(today),
    endOfDay: scope.endOfDay,
    counts,
    heldBack,
    items: chosen.map(({ id, number, prompt, stored: { memory }, topic: path }) => ({
      questionId: id,
      topicPath: titles.get(path) ?? [],
      number,
      prompt,
      state: memory.phase,
      dueAt: memory.phase === "new" ? null : memory.dueAt,
      intervals: intervals({ id, memory }, now, learner.scheduling),
    })),
  });
}

/** The learner's queue at a time, up to the end of their study day. */
export function queueScope({ learner }: Context, now: Date, topic: string | null): QueueScope {
  const tomorrow = studyDay(now, learner.scheduling) + 1;
  const endOfDay = startOfStudyDay(tomorrow, learner.scheduling);
  return { learnerId: learner.id, topic, now, endOfDay };
}

/** What a study day still takes of new and of due questions, of all topics together. */
export async function leftOfDay({ database, learner }: Context, day: number): Promise<Allowance> {
  const done = await reviewsOfDay(database.read, learner.id, day);
  return allowance(learner.scheduling, tally(done));
}

type Found = { order: Waiting[] } & Pick<StudyQueue, "counts" | "heldBack">;

/** What waits within a scope, and how much of it the day's limits leave. */
async function waitingOf(
  context: Context,
  scope: QueueScope,
  today: number,
  depth: number,
): Promise<Found> {
  const { read } = context.database;
  // One after the other: the driver is synchronous, and grades pass in between.
  const learning = await dueLearning(read, scope, depth);
  const review = await dueReviews(read, scope, depth);
  await breathe();
  const unseen = await newQuestions(read, scope, depth);
  const left = await leftOfDay(context, today);
  await breathe();
  return {
    order: studyOrder({ learning, review, new: unseen }, left),
    ...withinLimits(await waitingCounts(read, scope), left),
  };
}

/** What would be recalled worst, whatever the limits. */
async function weakestOf(
  { database: { read } }: Context,
  scope: QueueScope,
  today: number,
  limit: number,
): Promise<Found> {
  const review = await weakestQuestions(read, scope, { studyDay: today, limit });
  return {
    order: studyOrder({ learning: [], review, new: [] }, { review: limit, new: 0 }),
    counts: { new: 0, learning: 0, review: review.length },
    heldBack: { new: 0, review: 0 },
  };
}
