import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { unstable_doesMiddlewareMatch as isMatched } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { aRequest, noParams, OWN_ORIGIN } from "@/tests/support/http";

const ROOT = join(import.meta.dirname, "../..");
const FOREIGN_HOST = { host: "evil.example" };
const FOREIGN_ORIGIN = { origin: "http://evil.example", "sec-fetch-site": "cross-site" };
const SAFE = ["GET", "HEAD", "OPTIONS"];
const METHODS = [...SAFE, "POST", "PUT", "PATCH", "DELETE"];
/** Next answers HEAD by the handler of GET. */
const ALL_METHODS = METHODS.filter((method) => method !== "HEAD");

const routes = filesNamed("route.ts");
const pages = filesNamed("page.tsx");

describe("every route handler", () => {
  test("there are some", () => {
    expect(routes).toContain("app/api/reviews/route.ts");
  });

  test.each(routes)("%s refuses strangers", async (file) => {
    expect(await openDoors(await load(file))).toEqual([]);
  });

  test.each(routes)("%s lets our own page in", async (file) => {
    for (const { method, call } of methodsOf(await load(file))) {
      const { status, body } = await call(aRequest(addressOf(file), { method }));
      expect([421, 403]).not.toContain(status);
      expect(status).toBeLessThan(500);
      await body?.cancel();
    }
  });
});

describe("a method that a route doesn't take", () => {
  test.each(routes.filter((file) => !file.includes("[[...rest]]")))(
    "of %s is 405, with those that it takes",
    async (file) => {
      const methods = methodsOf(await load(file));
      const { OPTIONS } = Object.fromEntries(methods.map(({ method, call }) => [method, call]));
      const said = await OPTIONS?.(aRequest(addressOf(file), { method: "OPTIONS" }));
      const allowed = said?.headers.get("allow")?.split(", ") ?? [];
      expect(allowed).toContain("OPTIONS");
      expect(methods.map(({ method }) => method).toSorted()).toEqual(ALL_METHODS.toSorted());
      for (const { method, call } of methods) {
        if (allowed.includes(method)) continue;
        const response = await call(aRequest(addressOf(file), { method }));
        expect([method, response.status]).toEqual([method, 405]);
        expect(response.headers.get("content-type")).toBe("application/problem+json");
        expect(response.headers.get("allow")).toBe(allowed.join(", "));
      }
    },
  );

  test("an address of no route is 404 by any method, for us alone", async () => {
    const route = await load("app/api/[[...rest]]/route.ts");
    expect(await openDoors(route)).toEqual([]);
    for (const { method, call } of methodsOf(route)) {
      const { status, headers } = await call(aRequest("/api/nothing", { method }));
      expect([method, status]).toEqual([method, 404]);
      expect(headers.get("content-type")).toBe("application/problem+json");
    }
  });
});

describe("a route handler that forgets the guard", () => {
  const refuse = (status: number, type = "application/problem+json") =>
    new Response("{}", { status, headers: { "content-type": type } });

  test("is reported when it answers anybody", async () => {
    const open = { GET: async () => Response.json({}), DELETE: async () => Response.json({}) };
    expect(await openDoors(open)).toEqual([
      "GET answers 200 to evil.example",
      "DELETE answers 200 to evil.example",
      "DELETE answers 200 to another origin",
    ]);
  });

  test("is reported when it looks at the name alone", async () => {
    const POST = async ({ headers }: Request) =>
      headers.get("host") === FOREIGN_HOST.host ? refuse(421) : Response.json({});
    expect(await openDoors({ POST })).toEqual(["POST answers 200 to another origin"]);
  });

  test("is reported when it refuses by anything but a problem, or throws", async () => {
    const GET = async () => refuse(421, "text/html");
    const HEAD = async () => {
      throw new Error("no params");
    };
    expect(await openDoors({ GET, HEAD })).toEqual([
      "GET answers 421 as text/html to evil.example",
      "HEAD throws no params to evil.example",
    ]);
  });

  test("is reported when there is nothing to call, or something that is no method", async () => {
    expect(await openDoors({})).toEqual(["has no method"]);
    const GET = async () => refuse(421);
    expect(await openDoors({ GET, get: GET, dynamic: "auto" })).toEqual(["get is no method"]);
  });
});

describe("every page", () => {
  test("there are some, at their addresses", () => {
    expect(pages.map(addressOf)).toEqual(
      expect.arrayContaining(["/", "/study", "/topics/a/b", "/questions/a"]),
    );
    expect(addressOf("app/(insight)/weak-areas/[[...path]]/page.tsx")).toBe("/weak-areas/a/b");
  });

  test.each(pages)("%s is refused under a name that isn't ours", async (file) => {
    const { proxy, config } = await import("@/proxy");
    const url = OWN_ORIGIN + addressOf(file);
    expect(isMatched({ config, url })).toBe(true);
    const response = proxy(new NextRequest(aRequest(addressOf(file), { headers: FOREIGN_HOST })));
    expect(response.status).toBe(421);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  test.each(pages)("%s runs the scripts of its own nonce alone", async (file) => {
    const { proxy } = await import("@/proxy");
    const answer = () => proxy(new NextRequest(aRequest(addressOf(file))));
    const { status, headers } = answer();
    expect(status).toBe(200);
    const scripts = directive(headers, "script-src");
    expect(scripts).toMatch(/ 'nonce-[\w+/]{22,}=*'/);
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
    expect(directive(answer().headers, "script-src")).not.toBe(scripts);
    expect(directive(headers, "img-src")).toBe("img-src 'self' data: blob:");
    expect(directive(headers, "default-src")).toBe("default-src 'self'");
    // Next takes the nonce for its own scripts from the request that it is passed.
    expect(headers.get("x-middleware-request-content-security-policy")).toBe(policyOf(headers));
  });

  test.each(pages)("%s waits for its request, or only redirects", (file) => {
    expect(isFrozenAtBuild(readFileSync(join(ROOT, file), "utf8"))).toBe(false);
  });

  test("one that would be frozen at build is found", () => {
    const loads = 'import { topicTree } from "@/lib/study/topics";';
    expect(isFrozenAtBuild(`${loads} export default () => topicTree(context);`)).toBe(true);
    expect(isFrozenAtBuild("export default () => <p>{new Date().toString()}</p>;")).toBe(true);
    expect(isFrozenAtBuild('export default function Home() { redirect("/study"); }')).toBe(false);
  });
});

test("the proxy leaves out what guards itself and the files of the build, nothing else", async () => {
  const { config } = await import("@/proxy");
  const matched = (path: string) => isMatched({ config, url: OWN_ORIGIN + path });
  for (const path of routes.map(addressOf)) expect([path, matched(path)]).toEqual([path, false]);
  expect(matched("/_next/static/chunks/a.js")).toBe(false);
  for (const path of ["/nothing", "/api", "/apiary", "/_next/image", "/icon.svg", "/a/api/b"])
    expect([path, matched(path)]).toEqual([path, true]);
});

type RouteModule = Record<string, unknown>;
type Call = (request: Request) => Promise<Response>;

/** What of a route module answers strangers, a sentence each. */
async function openDoors(route: RouteModule): Promise<string[]> {
  const others = Object.keys(route).filter((name) => isFunction(route[name]) && !isMethod(name));
  const methods = methodsOf(route);
  const faults = others.map((name) => `${name} is no method`);
  if (methods.length === 0) faults.push("has no method");
  for (const { method, call } of methods) {
    const named = await answerTo(call, aStranger(method, FOREIGN_HOST));
    if (named !== REFUSED[421]) faults.push(`${method} ${named} to ${FOREIGN_HOST.host}`);
    if (SAFE.includes(method)) continue;
    const sent = await answerTo(call, aStranger(method, FOREIGN_ORIGIN));
    if (sent !== REFUSED[403]) faults.push(`${method} ${sent} to another origin`);
  }
  return faults;
}

const REFUSED = {
  421: "answers 421 as application/problem+json",
  403: "answers 403 as application/problem+json",
};

async function answerTo(call: Call, request: Request): Promise<string> {
  try {
    const { status, headers } = await call(request);
    if (status < 400) return `answers ${status}`;
    return `answers ${status} as ${headers.get("content-type")}`;
  } catch (error) {
    return `throws ${error instanceof Error ? error.message : String(error)}`;
  }
}

function methodsOf(route: RouteModule): { method: string; call: Call }[] {
  return Object.entries(route).flatMap(([method, handle]) => {
    if (!isMethod(method) || !isFunction(handle)) return [];
    return [{ method, call: async (request) => asResponse(await handle(request, noParams)) }];
  });
}

function asResponse(answer: unknown): Response {
  if (answer instanceof Response) return answer;
  throw new Error(`no response but ${String(answer)}`);
}

function isFunction(value: unknown): value is (...given: unknown[]) => unknown {
  return typeof value === "function";
}

function isMethod(name: string): boolean {
  return METHODS.includes(name);
}

function aStranger(method: string, headers: Record<string, string>): Request {
  return aRequest("/api/any", { method, headers });
}

/** Whether a page reads something without having waited for its request. */
function isFrozenAtBuild(source: string): boolean {
  const waits = /await (?:pageContext|connection)\(\)/.test(source);
  const onlyRedirects = /\{\s*redirect\("[^"]+"\);\s*\}/.test(source) && !/@\/lib/.test(source);
  return !waits && !onlyRedirects;
}

function policyOf(headers: Headers): string {
  return headers.get("content-security-policy") ?? "";
}

function directive(headers: Headers, name: string): string {
  const all = policyOf(headers).split("; ");
  return all.find((text) => text.startsWith(`${name} `)) ?? "";
}

async function load(file: string): Promise<RouteModule> {
  const route: RouteModule = await import(join(ROOT, file));
  return route;
}

function filesNamed(name: string): string[] {
  return readdirSync(join(ROOT, "app"), { recursive: true, encoding: "utf8" })
    .filter((file) => basename(file) === name)
    .map((file) => `app/${file}`);
}

/** An address that a page or route answers: folders in brackets are parameters, in parentheses none. */
function addressOf(file: string): string {
  const folders = file.split("/").slice(1, -1);
  const parts = folders
    .filter((folder) => !folder.startsWith("("))
    .map((folder) => folder.replace(/^\[?\[\.{3}.+$/, "a/b").replace(/^\[.+$/, "a"));
  return `/${parts.join("/")}`;
}
