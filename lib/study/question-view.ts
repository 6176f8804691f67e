import { reviewsOfQuestion } from "@/lib/db/reviews";
import type { Rating } from "@/lib/domain/rating";
import { daysBetween } from "@/lib/domain/study-day";
import { ok, type Result } from "@/lib/result";
import type { Context } from "./context";
import type { Failure } from "./failure";
import { questionById, type StoredQuestionView } from "./questions";
import { renderedQuestion } from "./rendered";

export type QuestionView = StoredQuestionView & {
  promptHtml: string;
  answerHtml: string | null;
  reviews: ReviewView[];
  now: Date;
  zone: string;
};

/** A review of it: when and how it was graded, and what that gave. */
export type ReviewView = {
  id: string;
  at: Date;
  rating: Rating;
  counts: boolean;
  undone: boolean;
  /** Days until the question was due again; null where the review does not count. */
  intervalDays: number | null;
  /** Predicted recall just before, 0–1; null at the first review. */
  predictedRecall: number | null;
};

/** A question with its memory and its reviews, rendered for its own page. */
export async function questionView(
  context: Context,
  params: { id: string },
): Promise<Result<QuestionView, Failure>> {
  const found = await questionById(context, params);
  if (!found.ok) return found;
  const { promptHtml, answerHtml } = await renderedQuestion(context.database, found.value);
  const { zone } = context.learner.scheduling;
  const reviews = await reviewViews(context, params.id);
  return ok({ ...found.value, promptHtml, answerHtml, reviews, now: context.clock.now(), zone });
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
