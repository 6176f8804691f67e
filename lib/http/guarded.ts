import { ok, type Result } from "@/lib/result";
import { isDiskFull } from "@/lib/use-case/disk-full";
import { type Failure, isStoreBusy } from "@/lib/use-case/failure";
import { ownPort } from "./app-context";
import { guard } from "./guard";
import { problem } from "./problem";
import { readBody } from "./read-body";

/** What Next hands a route handler beside the request. */
export type Route = { params: Promise<Record<string, string | string[] | undefined>> };

export type Handler = (request: Request, route: Route) => Promise<Response>;

const STATUS: Record<Failure["kind"], number> = {
  invalid: 400,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  busy: 503,
};

/** The frame of every route handler: strangers are refused before anything is read, and faults are answered. */
export function guarded(handle: Handler): Handler {
  return async (request, route) => {
    const refusal = guard(request, ownPort);
    if (refusal) return problem(refusal.status, refusal.detail);
    try {
      const response = await handle(request, route);
      return request.method === "HEAD" ? withoutBody(response) : response;
    } catch (error) {
      if (isStoreBusy(error))
        return busy("The store is busy; nothing of this was lost. Send it again.");
      // RFC 4918, section 11.5
      if (isDiskFull(error)) return problem(507, DISK_FULL);
      console.error(error);
      return problem(500, "Something went wrong here; nothing was changed.");
    }
  };
}

/** Gives back what the body would be read from, which nobody comes to the end of. */
async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}

const DISK_FULL =
  "There is no room left on the disk that Rehearse writes to; nothing was changed. Make room, and send it again.";

/** The address of a request: its query, and what the route's own parameters say. */
export async function readAddress(
  request: Request,
  { params }: Route,
): Promise<Result<object, never>> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return { ok: true, value: { ...query, ...(await params) } };
}

/** The body of a request, and where it is an object, with what the route's own parameters say. */
export async function readSaid(
  request: Request,
  { params }: Route,
): Promise<Awaited<ReturnType<typeof readBody>>> {
  const body = await readBody(request);
  const isObject = body.ok && body.value !== null && !Array.isArray(body.value);
  if (!isObject || typeof body.value !== "object") return body;
  return ok({ ...body.value, ...(await params) });
}

/** Why a use case has no answer, as a response. */
export function failed({ kind, detail }: Failure): Response {
  return kind === "busy" ? busy(detail) : problem(STATUS[kind], detail);
}

const RETRY_AFTER_SECONDS = "2";

function busy(detail: string): Response {
  return problem(STATUS.busy, detail, { headers: { "retry-after": RETRY_AFTER_SECONDS } });
}
