import { z } from "zod";
import { breathe } from "@/lib/breathe";
import { findQuestions, type QuestionWithMemory } from "@/lib/db/study/questions";
import { dueCount, nextDue } from "@/lib/db/study/queue";
import { allTopics } from "@/lib/db/topics";
import { startOfStudyDay, studyDay } from "@/lib/domain/study-day";
import type { StudyScope } from "@/lib/domain/study-scope";
import { ok, type Result } from "@/lib/result";
import { answerChanges } from "./answer-change";
import type { Context } from "@/lib/use-case/context";
import { limitWithin, TopicPath, Weakest } from "@/lib/use-case/inputs";
import { memoryView } from "./memory-view";
import { renderedWithOwnWords } from "./rendered-own-words";
import { queueScope, studyQueue } from "./study-queue";
import type { Ahead, QueueItem, SessionQuestion, StudySession } from "@/lib/wire/session";

export const SessionQuery = z.object({
  topic: TopicPath.optional(),
  limit: limitWithin(100),
  weakest: Weakest,
});
export type SessionQuery = z.infer<typeof SessionQuery>;

/** The scope in the study page's address; what can't be read there is as if it were not. */
export function scopeOf(params: Record<string, unknown>): StudyScope {
  const topic = TopicPath.safeParse(params["topic"]);
  return {
    topic: topic.success ? topic.data : null,
    weakest: Weakest.safeParse(params["weakest"]).data ?? false,
  };
}

/** The queue's questions, rendered, with memory, settings and weights. */
export async function studySession(
  context: Context,
  query: SessionQuery,
): Promise<Result<StudySession, never>> {
  const { database, learner } = context;
  const { value: queue } = await studyQueue(context, query);
  const ids = queue.items.map(({ questionId }) => questionId);
  const found = await findQuestions(database.read, learner.id, ids);
  const changes = await answerChanges(context, ids);
  const byId = new Map(found.map((question) => [question.question.id, question]));
  const items: SessionQuestion[] = [];
  for (const item of queue.items) {
    const question = byId.get(item.questionId);
    const changed = changes.get(item.questionId) ?? null;
    if (question)
      items.push({ ...(await sessionQuestion(context, item, question, queue.now)), changed });
    await breathe();
  }
  const { weights, ...settings } = learner.scheduling;
  return ok({
    ...queue,
    items,
    settings,
    parameterSet: { id: learner.parameterSetId, weights },
    ...(await whatComes(context, queue.now, query.topic ?? null)),
    topicTitle: await topicTitle(context, query.topic ?? null),
  });
}

async function sessionQuestion(
  { database, learner }: Context,
  item: QueueItem,
  { question, stored }: QuestionWithMemory,
  now: Date,
): Promise<Omit<SessionQuestion, "changed">> {
  const { memory } = stored;
  const { step, lastStudyDay } =
    memory.phase === "new" ? { step: null, lastStudyDay: null } : memory;
  return {
    ...item,
    topic: question.topic,
    versionId: question.versionId,
    ...(await renderedWithOwnWords(database, question)),
    keyPoints: question.keyPoints,
    memory: { ...memoryView(stored, learner, now), step, lastStudyDay },
  };
}

/** When the next seen question comes up, and how many do on the next study day. */
export async function whatComes(context: Context, now: Date, topic: string | null): Promise<Ahead> {
  const { read } = context.database;
  const { scheduling } = context.learner;
  const scope = queueScope(context, now, topic);
  const tomorrow = studyDay(now, scheduling) + 1;
  const until = startOfStudyDay(tomorrow + 1, scheduling);
  const [due, dueTomorrow] = await Promise.all([
    nextDue(read, scope),
    dueCount(read, scope, { from: scope.endOfDay, until }),
  ]);
  // A step has its minute; a review comes up with the study day that it is due on.
  const comesUp = (at: Date) => startOfStudyDay(studyDay(at, scheduling), scheduling);
  return { dueTomorrow, nextDueAt: due && (due.isStep ? due.due : comesUp(due.due)) };
}

async function topicTitle({ database }: Context, path: string | null): Promise<string | null> {
  if (path === null) return null;
  const topics = await allTopics(database.read);
  return topics.find((topic) => topic.path === path)?.title ?? null;
}
