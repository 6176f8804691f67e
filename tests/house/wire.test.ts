import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Door } from "@/lib/http/handler";
import { aRequest, noParams } from "@/tests/support/http";
import type { Answers, Route, Takes } from "@/lib/wire/routes";

const ROOT = join(import.meta.dirname, "../..");

/** Each route's handler; that it takes and answers what the wire says is for the compiler to see. */
const DOORS = {
  "GET /api/search": async () => (await import("@/app/api/search/route")).GET,
  "GET /api/interviews": async () => (await import("@/app/api/interviews/route")).GET,
  "PUT /api/interviews/[id]": async () => (await import("@/app/api/interviews/[id]/route")).PUT,
  "DELETE /api/interviews/[id]": async () =>
    (await import("@/app/api/interviews/[id]/route")).DELETE,
  "GET /api/plan": async () => (await import("@/app/api/plan/route")).GET,
  "GET /api/readiness": async () => (await import("@/app/api/readiness/route")).GET,
  "GET /api/weak-areas": async () => (await import("@/app/api/weak-areas/route")).GET,
  "GET /api/health": async () => (await import("@/app/api/health/route")).GET,
  "GET /api/queue": async () => (await import("@/app/api/queue/route")).GET,
  "GET /api/session": async () => (await import("@/app/api/session/route")).GET,
  "GET /api/questions": async () => (await import("@/app/api/questions/route")).GET,
  "GET /api/questions/[id]": async () => (await import("@/app/api/questions/[id]/route")).GET,
  "POST /api/reviews": async () => (await import("@/app/api/reviews/route")).POST,
  "POST /api/reviews/undo": async () => (await import("@/app/api/reviews/undo/route")).POST,
  "POST /api/actions": async () => (await import("@/app/api/actions/route")).POST,
  "POST /api/documents/put-away": async () =>
    (await import("@/app/api/documents/put-away/route")).POST,
  "POST /api/documents/restore": async () =>
    (await import("@/app/api/documents/restore/route")).POST,
  "POST /api/uploads": async () => (await import("@/app/api/uploads/route")).POST,
  "PUT /api/uploads/[id]/files": async () =>
    (await import("@/app/api/uploads/[id]/files/route")).PUT,
  "GET /api/uploads/[id]": async () => (await import("@/app/api/uploads/[id]/route")).GET,
  "GET /api/uploads/[id]/state": async () =>
    (await import("@/app/api/uploads/[id]/state/route")).GET,
  "GET /api/uploads/[id]/questions": async () =>
    (await import("@/app/api/uploads/[id]/questions/route")).GET,
  "POST /api/uploads/apart": async () => (await import("@/app/api/uploads/apart/route")).POST,
  "POST /api/uploads/confirm": async () => (await import("@/app/api/uploads/confirm/route")).POST,
  "POST /api/uploads/discard": async () => (await import("@/app/api/uploads/discard/route")).POST,
} satisfies { [R in Route]: () => Promise<Door<Takes<R>, Answers<R>>> };

/** They answer a file, or a stream for other programs. */
const NOT_JSON = [
  "GET /api/documents/[id]/file",
  "GET /api/export",
  "GET /api/media/[hash]",
  "GET /api/uploads/[id]/picture",
];

test("the wire says of every route what it takes and answers", async () => {
  const found = new Map<string, unknown>();
  for (const file of routeFiles()) {
    const handlers: Record<string, unknown> = await import(join(ROOT, "app/api", file));
    for (const method of await taken(handlers["OPTIONS"]))
      found.set(`${method} /api/${dirname(file)}`, handlers[method]);
  }
  for (const [route, door] of Object.entries(DOORS)) expect(found.get(route)).toBe(await door());
  const known = [...Object.keys(DOORS), ...NOT_JSON];
  expect([...found.keys()].toSorted()).toEqual(known.toSorted());
});

/** The methods that a route says it takes, but those that Next makes of them. */
async function taken(options: unknown): Promise<string[]> {
  if (typeof options !== "function") return [];
  const answer: unknown = await options(aRequest("/api/any", { method: "OPTIONS" }), noParams);
  const allowed = answer instanceof Response ? answer.headers.get("allow") : null;
  return (allowed ?? "").split(", ").filter((method) => !["", "HEAD", "OPTIONS"].includes(method));
}

function routeFiles(): string[] {
  return readdirSync(join(ROOT, "app/api"), { recursive: true, encoding: "utf8" }).filter(
    (file) => basename(file) === "route.ts",
  );
}
