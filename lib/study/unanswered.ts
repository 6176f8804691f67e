import { listQuestions } from "@/lib/db/study/questions";
import { unansweredCount } from "@/lib/db/unanswered";
import type { Context } from "@/lib/use-case/context";
import type { Unanswered } from "@/lib/wire/questions";

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
