import type { Json } from "@/lib/wire/json";
import type { ItemResult, Meanwhile } from "@/lib/wire/reviews";
import { type Answer, ask } from "./ask";
import type { OutboxEntry } from "./outbox-entry";

/**
 * What became of an entry sent. `refused`: null when the server has it, else why it won't, in a
 * sentence. `meanwhile`: what became of its question.
 */
export type Outcome = { refused: string | null; meanwhile?: Meanwhile };
export type Sent = Map<string, Outcome>;

/** Sends entries of one kind. Null when the server could not be reached or is busy: try again later. */
export async function send(batch: readonly OutboxEntry[]): Promise<Sent | null> {
  const [first] = batch;
  if (!first) return new Map();
  const sentAt = new Date().toISOString();
  if (first.kind === "undo") {
    const answer = await ask("POST /api/reviews/undo", { reviewId: first.reviewId });
    if (isForLater(answer)) return null;
    // A review that the server never had needs no taking back.
    const done = answer.ok || answer.status === 404;
    return new Map([[first.id, { refused: done ? null : answer.detail }]]);
  }
  const reviews = batch.flatMap((entry) => (entry.kind === "review" ? [entry.review] : []));
  const actions = batch.flatMap((entry) => (entry.kind === "action" ? [entry.action] : []));
  const answer =
    first.kind === "review"
      ? await ask("POST /api/reviews", { sentAt, reviews })
      : await ask("POST /api/actions", { sentAt, actions });
  if (isForLater(answer)) return null;
  if (!answer.ok) return new Map(batch.map(({ id }) => [id, { refused: answer.detail }]));
  const { results } = answer.value;
  return new Map(batch.map(({ id }, i) => [id, outcomeOf(results[i])]));
}

/** No answer, or one that says to come again. */
function isForLater(answer: Answer<unknown>): boolean {
  return !answer.ok && (answer.status === null || answer.status >= 500);
}

function outcomeOf(result: Json<ItemResult> | undefined): Outcome {
  const { status, problem = "The server gave no reason.", meanwhile } = result ?? {};
  const isTaken = status === "recorded" || status === "duplicate";
  return { refused: isTaken ? null : problem, ...(meanwhile && { meanwhile }) };
}
