import { guarded } from "./guarded";
import { notAllowed, problem } from "./problem";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** For the methods that a route doesn't take: 405, and OPTIONS which says so before. */
export function otherMethods(...taken: [Method, ...Method[]]) {
  // Next answers HEAD by the handler of GET.
  const safe = taken.includes("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"];
  const allowed = [...taken, ...safe];
  const OPTIONS = guarded(
    async () => new Response(null, { status: 204, headers: { allow: allowed.join(", ") } }),
  );
  return { ...forAll(() => notAllowed(allowed)), OPTIONS };
}

/** For the addresses of no route. */
export function noRoute() {
  return forAll(() => problem(404, "There is nothing at this address."));
}

function forAll(answer: () => Response) {
  const handle = guarded(async () => answer());
  return { GET: handle, POST: handle, PUT: handle, PATCH: handle, DELETE: handle, OPTIONS: handle };
}
