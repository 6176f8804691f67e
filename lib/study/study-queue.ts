import { z } from "zod";
import { breathe } from "@/lib/breathe";
import { queuedQuestions } from "@/lib/db/study/queue";
import { titlesByPath } from "@/lib/db/topics";
import { intervals } from "@/lib/domain/schedule";
import { studyDayText } from "@/lib/domain/study-day";
import { ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { limitWithin, TopicPath, Weakest } from "@/lib/use-case/inputs";
import type { StudyQueue } from "@/lib/wire/session";
import { type Choice, chosenQuestions } from "./chosen-questions";
import { type DaySoFar, daySoFar } from "./day-so-far";

export const QueueQuery = z.object({
  topic: TopicPath.optional(),
  limit: limitWithin(20),
  weakest: Weakest,
});
export type QueueQuery = z.infer<typeof QueueQuery>;

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
  context: Context,
  choice: Choice,
): Promise<StudyQueue> {
  const { now, endOfDay } = day;
  const { database, learner } = context;
  const { read } = database;
  const { order, ...found } = await chosenQuestions(day, context, choice);
  const chosen = await queuedQuestions(
    read,
    learner.id,
    order.slice(0, choice.limit).map(({ id }) => id),
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
