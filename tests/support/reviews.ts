import { v7 } from "uuid";
import type { Rating } from "@/lib/domain/rating";
import { questionList } from "@/lib/study/questions";
import { recordReviews } from "@/lib/study/reviews/record-reviews";
import type { Household } from "./store";

/** A review as a client sends it, of now. */
export function aReview(
  household: Household,
  questionId: string,
  rating: Rating,
  changes: Record<string, unknown> = {},
) {
  return {
    id: v7(),
    questionId,
    rating,
    reviewedAt: household.clock.now().toISOString(),
    durationMs: 42_000,
    mode: "scheduled",
    ...changes,
  };
}

/** Sends reviews and answers their results. */
export async function send(household: Household, ...reviews: unknown[]) {
  const { value } = await recordReviews(household, { reviews });
  return value.results;
}

/** The ids of all questions in use, in order. */
export async function questionIds(household: Household): Promise<string[]> {
  const { value } = await questionList(household, { limit: 200 });
  return value.items.map(({ id }) => id);
}
