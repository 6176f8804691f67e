import { z } from "zod";
import {
  dueLearning,
  dueReviews,
  newQuestions,
  type QueueScope,
  type Waiting,
  waitingCounts,
} from "@/lib/db/queue";
import { tallyOfDay } from "@/lib/db/reviews";
import { titlesByPath } from "@/lib/db/topics";
import type { Phase } from "@/lib/domain/memory";
import { allowance, type Allowance, studyOrder } from "@/lib/domain/queue";
import type { PerRating } from "@/lib/domain/rating";
import { intervals } from "@/lib/domain/schedule";
import { startOfStudyDay, studyDay, studyDayText } from "@/lib/domain/study-day";
import { ok, type Result } from "@/lib/result";
import type { Context } from "./context";
import { limitWithin, TopicPath } from "./inputs";

export const QueueQuery = z.object({ topic: TopicPath.optional(), limit: limitWithin(20) });
export type QueueQuery = z.infer<typeof QueueQuery>;

/** To part topics, the queue looks further than it answers. */
const LOOK_AHEAD = 100;

export type StudyQueue = {
  now: Date;
  /** `YYYY-MM-DD` */
  studyDay: string;
  counts: { new: number; learning: number; review: number };
  items: QueueItem[];
};

export type QueueItem = {
  questionId: string;
  topicPath: string[];
  number: number | null;
  prompt: string;
  state: Phase;
  dueAt: Date | null;
  /** Days, unrounded. */
  intervals: PerRating<number>;
};

/** What waits to be studied now, in order, after the day's limits; `topic` with all below it. */
export async function studyQueue(
  context: Context,
  { topic, limit }: QueueQuery,
): Promise<Result<StudyQueue, never>> {
  const { database, clock, learner } = context;
  const now = clock.now();
  const today = studyDay(now, learner.scheduling);
  const scope = queueScope(context, now, topic ?? null);
  const [waiting, left, counts] = await Promise.all([
    waitingWithin(database.read, scope, Math.max(limit, LOOK_AHEAD)),
    allowanceToday(context, today),
    waitingCounts(database.read, scope),
  ]);
  const chosen = studyOrder(waiting, left).slice(0, limit);
  const titles = await titlesByPath(
    database.read,
    chosen.map((question) => question.topic),
  );
  return ok({
    now,
    studyDay: studyDayText(today),
    counts: {
      new: Math.min(counts.new, left.new),
      learning: counts.learning,
      review: Math.min(counts.review, left.review),
    },
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

/** What the day's limits leave today. */
async function allowanceToday({ database, learner }: Context, today: number): Promise<Allowance> {
  return allowance(learner.scheduling, await tallyOfDay(database.read, learner.id, today));
}

async function waitingWithin(
  read: Context["database"]["read"],
  scope: QueueScope,
  limit: number,
): Promise<{ learning: Waiting[]; review: Waiting[]; new: Waiting[] }> {
  const [learning, review, unseen] = await Promise.all([
    dueLearning(read, scope, limit),
    dueReviews(read, scope, limit),
    newQuestions(read, scope, limit),
  ]);
  return { learning, review, new: unseen };
}
