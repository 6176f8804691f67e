import type { z } from "zod";
import { breathe } from "@/lib/breathe";
import type { Learner } from "@/lib/db/learners";
import { findQuestions, type QuestionWithMemory } from "@/lib/db/study/questions";
import { type Choices, choicesOf } from "@/lib/domain/choices";
import { ok, type Result } from "@/lib/result";
import { answerChanges } from "./answer-change";
import type { Context } from "@/lib/use-case/context";
import { limitWithin, SoughtId } from "@/lib/use-case/inputs";
import { memoryView } from "./memory-view";
import type { SessionQuestion, StudySession } from "@/lib/wire/session";
import { aroundScope } from "./around-scope";
import { daySoFar } from "./day-so-far";
import { rendererWithOwnWords } from "./rendered-own-words";
import { ScopeQuery } from "./scope";
import { queueOn } from "./study-queue";

export const SessionQuery = ScopeQuery.extend({
  limit: limitWithin(100),
  /** A practice leaves out what was answered in this session: nothing else tells that it was. */
  notIn: SoughtId.optional(),
});
export type SessionQuery = z.infer<typeof SessionQuery>;

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
    ...(await aroundScope(day, context, query, queue.counts)),
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
