import type { z } from "zod";
import type { Result } from "@/lib/result";
import type { Failure } from "@/lib/use-case/failure";
import { type AppContext, appContext } from "./app-context";
import { failed, guarded, type Handler, readAddress, readSaid } from "./guarded";
import { type FieldFault, problem } from "./problem";

/** A route handler; only for the types of the wire, what it takes and answers. */
export type Door<Said, Answered> = Handler & { readonly wire?: (said: Said) => Answered };

// Next answers HEAD by the handler of GET; a DELETE has no body that means anything (RFC 9110, 9.3.5).
const ADDRESS_ONLY = new Set(["GET", "HEAD", "DELETE"]);

/**
 * A route handler: guards, parses, calls the use case and answers JSON. What it parses is the JSON
 * body with the route's parameters, or for GET and DELETE the query with them. A use case that answers text in pieces is
 * streamed at the pace of its reader.
 */
export function handler<Schema extends z.ZodType, Answered>(
  schema: Schema,
  answerFor: (context: AppContext, input: z.output<Schema>) => Promise<Result<Answered, Failure>>,
): Door<z.input<Schema>, Answered> {
  return guarded(async (request, route) => {
    const sent = ADDRESS_ONLY.has(request.method)
      ? await readAddress(request, route)
      : await readSaid(request, route);
    if (!sent.ok) return problem(sent.error.status, sent.error.detail);
    const input = schema.safeParse(sent.value);
    if (!input.success) return unusable(input.error);
    return answer(await answerFor(await appContext(), input.data));
  });
}

/** What was sent does not fit its schema. */
export function unusable(error: z.ZodError): Response {
  return problem(400, "What was sent could not be used.", { errors: faults(error) });
}

/** What a use case answered, as JSON that nobody keeps. */
export function answer(result: Result<unknown, Failure>): Response {
  if (!result.ok) return failed(result.error);
  const { value } = result;
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  if (isPieces(value)) return new Response(streamOf(value), { headers });
  return new Response(JSON.stringify(value), { headers });
}

function isPieces(value: unknown): value is AsyncIterable<string> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

function faults({ issues }: z.ZodError): FieldFault[] {
  return issues.map(({ path, message }) => ({ path: path.join("."), message }));
}
