import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { blamingSender } from "./action-begun";
import { guard } from "./guard";
import { notAllowed, problem } from "./problem";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const METHODS_OF_PAGES = ["GET", "HEAD", "POST", "OPTIONS"];

/**
 * What every request passes before Next sees it: the guard, and what Next would answer by a fault of
 * its own, such as an address or a method that it can't read.
 */
export function frontDoor(answer: RequestListener, port: number): RequestListener {
  return (request, response) => {
    forgetProxies(request);
    const refusal = refusalOf(request, port);
    if (refusal) return void send(refusal, response);
    if (request.method !== "POST" || isApi(request)) return answer(request, response);
    return blamingSender(response, () => answer(request, response));
  };
}

function refusalOf(request: IncomingMessage, port: number): Response | null {
  const { method = "", url = "" } = request;
  const { host = "", origin, "sec-fetch-site": site } = request.headers;
  const headers = new Headers({ host });
  if (origin !== undefined) headers.set("origin", origin);
  if (typeof site === "string") headers.set("sec-fetch-site", site);
  const refusal = guard({ method, headers }, port);
  if (refusal) return problem(refusal.status, refusal.detail);
  const allowed = isApi(request) ? METHODS : METHODS_OF_PAGES;
  if (!allowed.includes(method)) return notAllowed(allowed);
  return isReadable(url) ? null : problem(404, "There is nothing at this address.");
}

/** `*`, an address with its host, and escapes that stand for no letters are of nothing here. */
function isReadable(url: string): boolean {
  if (!url.startsWith("/")) return false;
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

function isApi({ url = "" }: IncomingMessage): boolean {
  return /^\/api(?:[/?]|$)/.test(url);
}

/** No proxy stands before a server that answers this machine alone: whoever sends these makes them up. */
function forgetProxies({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers))
    if (/^(?:x-)?forwarded\b/.test(name)) delete headers[name];
}

async function send(refusal: Response, response: ServerResponse): Promise<void> {
  response.writeHead(refusal.status, Object.fromEntries(refusal.headers));
  response.end(await refusal.text());
}
