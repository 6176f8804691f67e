import { questionsBeside } from "@/lib/db/study/beside";
import { reviewsOfQuestion } from "@/lib/db/review-log";
import { comesUpAt } from "@/lib/domain/queue";
import { daysBetween } from "@/lib/domain/study-day";
import { ok, type Result } from "@/lib/result";
import type { QuestionView, ReviewView } from "@/lib/wire/questions";
import { answerChanges } from "./answer-change";
import type { Context } from "@/lib/use-case/context";
import type { Failure } from "@/lib/use-case/failure";
import { keyPointChoices } from "./key-point-choices";
import { questionPoints } from "./question-points";
import { questionById } from "./questions";
import { renderedWithOwnWords } from "./rendered-own-words";

/** A question with its memory and its reviews, rendered for its own page. */
export async function questionView(
  context: Context,
  params: { id: string },
): Promise<Result<QuestionView, Failure>> {
  const found = await questionById(context, params);
  if (!found.ok) return found;
  const { id } = found.value;
  const { scheduling } = context.learner;
  const { memory, retiredAt } = found.value;
  const [rendered, changes, choices, reviews, beside, pointsToGive] = await Promise.all([
    renderedWithOwnWords(context.database, found.value),
    answerChanges(context, [id]),
    keyPointChoices(context, id),
    reviewViews(context, id),
    questionsBeside(context.database.read, id),
    questionPoints(context, found.value),
  ]);
  const change = changes.get(id) ?? null;
  return ok({
    ...found.value,
    ...rendered,
    change,
    choices,
    reviews,
    beside,
    pointsToGive,
    comesUpAt: retiredAt ? null : comesUpAt(memory, scheduling),
    now: context.clock.now(),
    zone: scheduling.zone,
  });
}

async function reviewViews(
  { database, learner }: Context,
  questionId: string,
): Promise<ReviewView[]> {
  const reviews = await reviewsOfQuestion(database.read, { learnerId: learner.id, questionId });
  return reviews.map(({ dueGiven, ...review }) => ({
    ...review,
    intervalDays: dueGiven && daysBetween(review.at, dueGiven),
  }));
}
