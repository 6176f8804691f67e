import { ok, type Result } from "@/lib/result";
import type { Context } from "./context";
import type { Failure } from "./failure";
import { questionById, type StoredQuestionView } from "./questions";
import { renderedQuestion } from "./rendered";

export type QuestionView = StoredQuestionView & {
  promptHtml: string;
  answerHtml: string | null;
  now: Date;
  zone: string;
};

/** A question with its memory, rendered for its own page. */
export async function questionView(
  context: Context,
  params: { id: string },
): Promise<Result<QuestionView, Failure>> {
  const found = await questionById(context, params);
  if (!found.ok) return found;
  const { promptHtml, answerHtml } = await renderedQuestion(context.database, found.value);
  const { zone } = context.learner.scheduling;
  return ok({ ...found.value, promptHtml, answerHtml, now: context.clock.now(), zone });
}
