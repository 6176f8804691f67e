import { v7 as uuidv7 } from "uuid";
import type { Rating } from "@/lib/domain/rating";

/** A review as `POST /api/reviews` takes it. */
export type NewReview = {
  id: string;
  questionId: string;
  rating: Rating;
  reviewedAt: string;
  durationMs: number;
  mode: "scheduled";
};

/** A review of now, with an id of its own: sent twice, it counts once. */
export function newReview(questionId: string, rating: Rating, durationMs: number): NewReview {
  const reviewedAt = new Date().toISOString();
  return { id: uuidv7(), questionId, rating, reviewedAt, durationMs, mode: "scheduled" };
}

/** Sends a review. Null when it is on disk, else why it isn't, in a sentence. */
export async function postReview(review: NewReview): Promise<string | null> {
  const sentAt = new Date().toISOString();
  const answer = await post("/api/reviews", { sentAt, reviews: [review] });
  if (typeof answer === "string") return answer;
  const { results } = answer as { results?: { status: string; problem?: string }[] };
  const status = results?.[0]?.status;
  if (status === "recorded" || status === "duplicate") return null;
  return results?.[0]?.problem ?? "the server gave no result.";
}

/** Takes a review back. Null when that is done, else why it isn't, in a sentence. */
export async function postUndo(reviewId: string): Promise<string | null> {
  const answer = await post("/api/reviews/undo", { reviewId });
  return typeof answer === "string" ? answer : null;
}

async function post(address: string, body: object): Promise<object | string> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer: { detail?: string } = await response.json();
    return response.ok ? answer : (answer.detail ?? `the server answered ${response.status}.`);
  } catch {
    return "the server does not answer. Is Rehearse still running?";
  }
}
