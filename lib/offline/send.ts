import type { Meanwhile, OutboxEntry } from "./outbox-entry";

/**
 * What became of an entry sent. `refused`: null when the server has it, else why it won't, in a
 * sentence. `meanwhile`: what became of its question.
 */
export type Outcome = { refused: string | null; meanwhile?: Meanwhile };
export type Sent = Map<string, Outcome>;

type Result = { id: string | null; status: string; problem?: string; meanwhile?: Meanwhile };

/** Sends entries of one kind. Null when the server could not be reached or is busy: try again later. */
export async function send(batch: readonly OutboxEntry[]): Promise<Sent | null> {
  const [first] = batch;
  if (!first) return new Map();
  const sentAt = new Date().toISOString();
  if (first.kind === "undo") {
    const answer = await post("/api/reviews/undo", { reviewId: first.reviewId });
    // A review that the server never had needs no taking back.
    const done = answer?.status === 404 || answer?.ok;
    return answer && new Map([[first.id, { refused: done ? null : answer.detail }]]);
  }
  const reviews = batch.flatMap((entry) => (entry.kind === "review" ? [entry.review] : []));
  const actions = batch.flatMap((entry) => (entry.kind === "action" ? [entry.action] : []));
  const answer =
    first.kind === "review"
      ? await post("/api/reviews", { sentAt, reviews })
      : await post("/api/actions", { sentAt, actions });
  if (!answer) return null;
  if (!answer.ok) return new Map(batch.map(({ id }) => [id, { refused: answer.detail }]));
  return new Map(batch.map(({ id }, i) => [id, outcomeOf(answer.results[i])]));
}

function outcomeOf(result: Result | undefined): Outcome {
  const { status, problem = "The server gave no reason.", meanwhile } = result ?? {};
  const isTaken = status === "recorded" || status === "duplicate";
  return { refused: isTaken ? null : problem, ...(meanwhile && { meanwhile }) };
}

type Answer = { ok: boolean; status: number; detail: string; results: Result[] };

/** Null for no answer, and for one that says to come again. */
async function post(address: string, body: object): Promise<Answer | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.status >= 500) return null;
    const said: { detail?: string; results?: Result[] } = await response.json();
    const detail = said.detail ?? `The server answered ${response.status}.`;
    return { ok: response.ok, status: response.status, detail, results: said.results ?? [] };
  } catch {
    return null;
  }
}
