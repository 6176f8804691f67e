import { reviewsOfQuestion } from "@/lib/db/review-log";
import type { PointsToChoose } from "@/lib/domain/own-words";
import type { Rating } from "@/lib/domain/rating";
import { daysBetween } from "@/lib/domain/study-day";
import { ok, type Result } from "@/lib/result";
import { type AnswerChange, answerChanges } from "./answer-change";
import type { Context } from "@/lib/use-case/context";
import type { Failure } from "@/lib/use-case/failure";
import { keyPointChoices } from "./key-point-choices";
import { questionById, type StoredQuestionView } from "./questions";
import { type RenderedWithOwnWords, renderedWithOwnWords } from "./rendered-own-words";

export type QuestionView = Omit<StoredQuestionView, "own"> &
  RenderedWithOwnWords & {
    /** Since the last review; null when nothing did. */
    change: AnswerChange | null;
    choices: PointsToChoose;
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
  const { id } = found.value;
  const { zone } = context.learner.scheduling;
  const [rendered, changes, choices, reviews] = await Promise.all([
    renderedWithOwnWords(context.database, found.value),
    answerChanges(context, [id]),
    keyPointChoices(context, id),
    reviewViews(context, id),
  ]);
  const change = changes.get(id) ?? null;
  const now = context.clock.now();
  return ok({ ...found.value, ...rendered, change, choices, reviews, now, zone });
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
