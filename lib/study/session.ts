import { z } from "zod";
import { breathe } from "@/lib/breathe";
import type { Learner } from "@/lib/db/learners";
import { findQuestions, type QuestionWithMemory } from "@/lib/db/study/questions";
import { allTopics } from "@/lib/db/topics";
import { type Choices, choicesOf } from "@/lib/domain/choices";
import { sumOfCounts } from "@/lib/domain/queue";
import { groupsWithin } from "@/lib/domain/standing";
import type { StudyScope } from "@/lib/domain/study-scope";
import { ok, type Result } from "@/lib/result";
import { answerChanges } from "./answer-change";
import type { Context } from "@/lib/use-case/context";
import { limitWithin, TopicPath, Weakest } from "@/lib/use-case/inputs";
import { memoryView } from "./memory-view";
import type { SessionQuestion, StudyQueue, StudySession } from "@/lib/wire/session";
import { type DaySoFar, daySoFar } from "./day-so-far";
import { rendererWithOwnWords } from "./rendered-own-words";
import { queueOn } from "./study-queue";
import { waitingElsewhere, whatComes } from "./what-comes";

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
  const day = await daySoFar(context);
  const queue = await queueOn(day, context, query);
  const ids = queue.items.map(({ questionId }) => questionId);
  await breathe();
  const found = await findQuestions(database.read, learner.id, ids);
  await breathe();
  const changes = await answerChanges(context, ids);
  const byId = new Map(found.map((question) => [question.question.id, question]));
  const rendered = await rendererWithOwnWords(
    database,
    found.map(({ question }) => question),
  );
  const items: SessionQuestion[] = [];
  for (const item of queue.items) {
    const question = byId.get(item.questionId);
    const changed = changes.get(item.questionId) ?? null;
    if (question)
      items.push({
        ...item,
        ...(await rendered(question.question)),
        ...asStudied(question, learner, queue.now),
        changed,
      });
    await breathe();
  }
  const { weights, ...settings } = learner.scheduling;
  return ok({
    ...queue,
    items,
    settings,
    parameterSet: { id: learner.parameterSetId, weights },
    ...whatComes(groupsWithin(day.standings, query.topic ?? null), day, learner),
    elsewhere: elsewhere(day, query, queue),
    topicTitle: await topicTitle(context, query.topic ?? null),
  });
}

/** What a session says of a question besides its texts. */
function asStudied({ question, stored }: QuestionWithMemory, learner: Learner, now: Date) {
  const { topic, versionId, keyPoints } = question;
  const { memory } = stored;
  const { step, lastStudyDay } =
    memory.phase === "new" ? { step: null, lastStudyDay: null } : memory;
  return {
    topic,
    versionId,
    keyPoints,
    choices: choicesToPick(question),
    memory: { ...memoryView(stored, learner, now), step, lastStudyDay },
  };
}

function choicesToPick(question: QuestionWithMemory["question"]): Choices | null {
  const choices = choicesOf(question);
  return choices && choices.right.length > 0 ? choices : null;
}

/** What waits outside a scope whose own queue is given; the weakest are no part of what waits. */
function elsewhere(
  day: DaySoFar,
  { topic, weakest }: SessionQuery,
  { counts }: StudyQueue,
): number {
  if (weakest) return waitingElsewhere(day, 0);
  return topic === undefined ? 0 : waitingElsewhere(day, sumOfCounts(counts));
}

async function topicTitle({ database }: Context, path: string | null): Promise<string | null> {
  if (path === null) return null;
  const topics = await allTopics(database.read);
  return topics.find((topic) => topic.path === path)?.title ?? null;
}
