import { has } from "./has";
import type { Json } from "@/lib/wire/json";
import type { Answers, Route, Takes } from "@/lib/wire/routes";

/** What the server answered, or why it did not: a sentence, and the status; null where none came. */
export type Answer<T> =
  { ok: true; value: T } | { ok: false; status: number | null; detail: string };

/** What a route answers to a browser. */
export type AnswerOf<R extends Route> = Answer<Json<Answers<R>>>;

export const NO_ANSWER = {
  ok: false,
  status: null,
  detail: "The server does not answer. Try again when it is back.",
} as const;

/** Asks the server. Rejects when `signal` gives up. */
export async function ask<R extends Route>(
  route: R,
  said: Takes<R>,
  signal?: AbortSignal,
): Promise<AnswerOf<R>> {
  try {
    const { address, init } = requestTo(route, said);
    const response = await fetch(address, { ...init, ...(signal && { signal }) });
    return answered<R>(response.status, await response.json());
  } catch {
    signal?.throwIfAborted();
    return NO_ANSWER;
  }
}

/** What the server said, as the answer of its route. */
export function answered<R extends Route>(status: number, said: unknown): AnswerOf<R> {
  if (status < 400 && isAnswer<R>(said)) return { ok: true, value: said };
  return { ok: false, status, detail: detailOf(said) ?? `The server answered ${status}.` };
}

/** Our own server's answer is believed to be what `lib/wire` says of its route. */
function isAnswer<R extends Route>(said: unknown): said is Json<Answers<R>> {
  return typeof said === "object" && said !== null;
}

function detailOf(said: unknown): string | null {
  return has(said, "detail") && typeof said.detail === "string" ? said.detail : null;
}

/** A route's address: parts of it where its brackets are, the rest as its query. */
export function addressOf(route: Route, said: object): string {
  const query = new URLSearchParams();
  let [, address = ""] = route.split(" ");
  for (const [name, value] of Object.entries<unknown>({ ...said })) {
    const text = String(value);
    if (address.includes(`[${name}]`))
      address = address.replace(`[${name}]`, encodeURIComponent(text));
    else query.set(name, text);
  }
  return query.size === 0 ? address : `${address}?${query.toString()}`;
}

function requestTo(route: Route, said: object): { address: string; init: RequestInit } {
  const [method = "GET", address = ""] = route.split(" ");
  if (method === "GET") return { address: addressOf(route, said), init: {} };
  const headers = { "content-type": "application/json" };
  return { address, init: { method, headers, body: JSON.stringify(said) } };
}
