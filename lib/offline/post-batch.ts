import type { OutboxEntry } from "./outbox-entry";
import { type ReadResult, readResults } from "./read-results";

/** Why entries are still here. `status`: what answered, and not as Rehearse would. */
export type Delay = { kind: "unreachable" | "busy" | "no room" } | { kind: "odd"; status: number };

/** What became of a batch. `afterMs`: how long the server asks to be left alone. */
export type Posted =
  | { kind: "answered"; results: ReadResult[] }
  | { kind: "too large" }
  | { kind: "later"; why: Delay; afterMs: number };

export type PostBatch = (batch: readonly OutboxEntry[]) => Promise<Posted>;

/** Sends entries of one kind. All but a whole answer about them says nothing of them: they go out again. */
export async function postBatch(batch: readonly OutboxEntry[]): Promise<Posted> {
  const sentAt = new Date().toISOString();
  const reviews = batch.flatMap((entry) => (entry.kind === "review" ? [entry.review] : []));
  const actions = batch.flatMap((entry) => (entry.kind === "action" ? [entry.action] : []));
  const response = await (
    reviews.length > 0
      ? post("/api/reviews", { sentAt, reviews })
      : post("/api/actions", { sentAt, actions })
  ).catch(() => null);
  if (!response) return { kind: "later", why: { kind: "unreachable" }, afterMs: 0 };
  if (response.status === 413 && batch.length > 1) return { kind: "too large" };
  const body: unknown = response.ok ? await response.json().catch(() => null) : null;
  const results = readResults(
    body,
    batch.map(({ id }) => id),
  );
  if (results) return { kind: "answered", results };
  return { kind: "later", why: delayBy(response.status), afterMs: retryAfterMs(response) };
}

const LONGEST_MS = 30_000;
// What browsers send on when the page is closed meanwhile (Fetch, section 4.7).
const KEPT_ALIVE = 60_000;

function post(address: string, sent: object): Promise<Response> {
  const body = JSON.stringify(sent);
  return fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    keepalive: body.length < KEPT_ALIVE,
    signal: AbortSignal.timeout(LONGEST_MS),
  });
}

function delayBy(status: number): Delay {
  if (status === 503 || status === 429) return { kind: "busy" };
  return status === 507 ? { kind: "no room" } : { kind: "odd", status };
}

const LONGEST_PAUSE_MS = 5 * 60_000;

/** What `Retry-After` says in seconds, in ms; 0 where it says nothing of the kind. */
export function retryAfterMs({ headers }: Response): number {
  const seconds = Number(headers.get("retry-after"));
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_PAUSE_MS) : 0;
}
