import { listQuestions } from "@/lib/db/study/questions";
import { unansweredCount } from "@/lib/db/unanswered";
import type { Question } from "@/lib/domain/question";
import type { Context } from "@/lib/use-case/context";

export type Unanswered = {
  /** In all documents. */
  count: number;
  /** The first of them by topic, up to 200. */
  questions: Pick<Question, "id" | "number" | "prompt" | "topicPath">[];
};

/** The questions that neither a document nor the learner answers. */
export async function unansweredQuestions({ database, learner }: Context): Promise<Unanswered> {
  const [count, { items }] = await Promise.all([
    unansweredCount(database.read, learner.id),
    listQuestions(database.read, learner.id, {
      topic: null,
      after: null,
      limit: 200,
      unanswered: true,
    }),
  ]);
  return { count, questions: items.map(({ question }) => question) };
}
