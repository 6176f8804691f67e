import type { OtherAct } from "@/lib/domain/session";
import type { SentReview } from "@/lib/wire/reviews";
import type { OutboxEntry } from "./outbox-entry";

/** What an act says to the server. */
export type Said = { id: string; questionId: string; at: string };

/** A grade as it is sent. */
export function reviewEntry(
  { id, questionId, at: reviewedAt }: Said,
  given: Omit<SentReview, "id" | "questionId" | "reviewedAt">,
): OutboxEntry {
  const review = { id, questionId, reviewedAt, ...given };
  return { id, kind: "review", review };
}

/** Another act as it is sent. */
export function actionEntry({ id, questionId, at }: Said, kind: OtherAct): OutboxEntry {
  return { id, kind: "action", action: { id, kind, questionId, at } };
}
