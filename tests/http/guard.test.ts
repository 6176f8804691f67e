import { describe, expect, test } from "vitest";
import { guard, wrongHost } from "@/lib/http/guard";

const PORT = 3000;
const UNSAFE = ["POST", "PUT", "PATCH", "DELETE"];

describe("the name that a request is for", () => {
  test.each(["127.0.0.1:3000", "localhost:3000", "[::1]:3000", "LOCALHOST:3000"])(
    "%s is ours",
    (host) => {
      expect(asked("GET", { host })).toBe("passes");
    },
  );

  test.each([
    "127.0.0.1:3001",
    "127.0.0.1",
    "localhost",
    "localhost.:3000",
    "localhost:3000.",
    "127.0.0.1.:3000",
    "0.0.0.0:3000",
    "127.1:3000",
    "::1:3000",
    "[::1%lo]:3000",
    "rehearse.local:3000",
    "evil.example",
    "evil.example:3000",
    "127.0.0.1:3000.evil.example",
    "localhost:3000@evil.example",
    "localhost:3000,evil.example",
    "evil.example#localhost:3000",
  ])("%s is not", (host) => {
    expect(asked("GET", { host })).toBe(421);
    expect(asked("POST", { host })).toBe(421);
  });

  test("a request without one, or with an empty one, is refused", () => {
    expect(asked("GET", {})).toBe(421);
    expect(asked("GET", { host: "" })).toBe(421);
  });

  test("the refusal says the name", () => {
    expect(wrongHost(new Headers({ host: "evil.example" }), PORT)?.detail).toBe(
      "This server does not answer as evil.example.",
    );
  });

  test("on port 80 a browser leaves the port out", () => {
    expect(asked("GET", { host: "localhost" }, 80)).toBe("passes");
    expect(asked("GET", { host: "localhost:80" }, 80)).toBe("passes");
    expect(asked("POST", { host: "localhost", origin: "http://localhost" }, 80)).toBe("passes");
    expect(asked("GET", { host: "evil.example" }, 80)).toBe(421);
  });

  test("what a proxy claims it to be changes nothing", () => {
    const claims = {
      "x-forwarded-host": "127.0.0.1:3000",
      "x-forwarded-port": "3000",
      forwarded: "host=127.0.0.1:3000",
    };
    expect(asked("GET", { host: "evil.example", ...claims })).toBe(421);
    const foreign = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
    expect(asked("GET", { host: "127.0.0.1:3000", ...foreign })).toBe("passes");
    const origin = "https://evil.example";
    expect(asked("POST", { host: "127.0.0.1:3000", origin, ...foreign })).toBe(403);
  });
});

describe.each(UNSAFE)("%s", (method) => {
  const from = (headers: Record<string, string>) =>
    asked(method, { host: "localhost:3000", ...headers });

  test("passes from our own pages and from programs that send no origin", () => {
    expect(from({})).toBe("passes");
    expect(from({ origin: "http://localhost:3000", "sec-fetch-site": "same-origin" })).toBe(
      "passes",
    );
    expect(from({ "sec-fetch-site": "none" })).toBe("passes");
  });

  test.each([
    "null",
    "",
    "http://evil.example",
    "http://localhost",
    "http://localhost:3001",
    "https://localhost:3000",
    "http://localhost:3000.evil.example",
    "http://localhost:3000/",
    "localhost:3000",
  ])("is refused from the origin “%s”", (origin) => {
    expect(from({ origin })).toBe(403);
  });

  test.each(["cross-site", "same-site", "", "something new"])(
    "is refused when the browser says “%s”, whatever the origin",
    (site) => {
      expect(from({ "sec-fetch-site": site })).toBe(403);
      expect(from({ "sec-fetch-site": site, origin: "http://localhost:3000" })).toBe(403);
    },
  );

  test("is refused from another origin that the browser calls the same", () => {
    expect(from({ origin: "http://evil.example", "sec-fetch-site": "same-origin" })).toBe(403);
  });
});

test.each(["GET", "HEAD", "OPTIONS"])(
  "%s passes from another site: it changes nothing",
  (method) => {
    const headers = { origin: "http://evil.example", "sec-fetch-site": "cross-site" };
    expect(asked(method, { host: "localhost:3000", ...headers })).toBe("passes");
  },
);

test.each(["TRACE", "PROPFIND", "get"])(
  "%s, which we don't know as safe, counts as unsafe",
  (method) => {
    expect(asked(method, { host: "localhost:3000", origin: "http://evil.example" })).toBe(403);
  },
);

function asked(method: string, headers: Record<string, string>, port = PORT): number | "passes" {
  return guard({ method, headers: new Headers(headers) }, port)?.status ?? "passes";
}
