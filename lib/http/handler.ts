import type { z } from "zod";
import type { Result } from "@/lib/result";
import type { Context } from "@/lib/study/context";
import { type Failure, StoreBusy } from "@/lib/study/failure";
import { appContext, ownPort } from "./app-context";
import { guard } from "./guard";
import { type FieldFault, problem } from "./problem";
import { readBody } from "./read-body";

type AnswerFor<Input> = (context: Context, input: Input) => Promise<Result<unknown, Failure>>;
type Route = { params: Promise<Record<string, string | string[] | undefined>> };

// Next answers HEAD by the handler of GET.
const ADDRESS_ONLY = new Set(["GET", "HEAD"]);

/**
 * A route handler: guards, parses, calls the use case and answers JSON. What it parses is the JSON
 * body, or for GET the query and the route's parameters. A use case that answers text in pieces is
 * streamed at the pace of its reader.
 */
export function handler<Schema extends z.ZodType>(
  schema: Schema,
  answerFor: AnswerFor<z.output<Schema>>,
) {
  return async (request: Request, route: Route): Promise<Response> => {
    const refusal = guard(request, ownPort);
    if (refusal) return problem(refusal.status, refusal.detail);
    try {
      const sent = ADDRESS_ONLY.has(request.method)
        ? await readAddress(request, route)
        : await readBody(request);
      if (!sent.ok) return problem(sent.error.status, sent.error.detail);
      const input = schema.safeParse(sent.value);
      if (!input.success)
        return problem(400, "What was sent could not be used.", { errors: faults(input.error) });
      return answer(await answerFor(await appContext(), input.data));
    } catch (error) {
      if (error instanceof StoreBusy)
        return problem(503, "The store is busy; nothing of this was lost. Send it again.", {
          headers: { "retry-after": "2" },
        });
      console.error(error);
      return problem(500, "Something went wrong here; nothing was changed.");
    }
  };
}

async function readAddress(request: Request, { params }: Route): Promise<Result<object, never>> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return { ok: true, value: { ...query, ...(await params) } };
}

function answer(result: Result<unknown, Failure>): Response {
  if (!result.ok)
    return problem(result.error.kind === "not-found" ? 404 : 409, result.error.detail);
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
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

function faults({ issues }: z.ZodError): FieldFault[] {
  return issues.map(({ path, message }) => ({ path: path.join("."), message }));
}
