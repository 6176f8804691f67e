import { afterEach, describe, expect, test, vi } from "vitest";
import { addressOf, ask } from "@/lib/offline/ask";

afterEach(() => vi.unstubAllGlobals());

describe("asking the server", () => {
  test("puts what a route takes where its address has it, and the rest into the query", () => {
    expect(
      addressOf("GET /api/uploads/[id]/questions", { id: "a/b", path: "aws/é 1.md", from: 5 }),
    ).toBe("/api/uploads/a%2Fb/questions?path=aws%2F%C3%A9+1.md&from=5");
    expect(addressOf("GET /api/session", { topic: "security/iam", weakest: "1" })).toBe(
      "/api/session?topic=security%2Fiam&weakest=1",
    );
    expect(addressOf("GET /api/health", {})).toBe("/api/health");
  });

  test("sends JSON where it is not for reading alone", async () => {
    const sent = answering(200, { id: "1" });
    expect(await ask("POST /api/documents/restore", { id: "1" })).toEqual({
      ok: true,
      value: { id: "1" },
    });
    expect(sent).toEqual(["/api/documents/restore", "POST", '{"id":"1"}']);
  });

  test("says why there is no answer: by the server's own sentence, its status, or that none came", async () => {
    answering(409, { detail: "You have not put it away." });
    expect(await ask("POST /api/documents/restore", { id: "1" })).toEqual({
      ok: false,
      status: 409,
      detail: "You have not put it away.",
    });
    answering(200, "made by another program");
    expect(await ask("GET /api/health", {})).toMatchObject({
      ok: false,
      detail: "The server answered 200.",
    });
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await ask("GET /api/health", {})).toMatchObject({ ok: false, status: null });
  });

  test("gives up with who asked", async () => {
    const leaving = new AbortController();
    vi.stubGlobal("fetch", () => {
      leaving.abort();
      return Promise.reject(new DOMException("Left", "AbortError"));
    });
    await expect(ask("GET /api/health", {}, leaving.signal)).rejects.toThrow("aborted");
  });
});

/** The server answers so; what it was sent. */
function answering(status: number, body: unknown): unknown[] {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", (address: string, { method, body: said }: RequestInit) => {
    sent.push(address, method, said);
    return Promise.resolve(Response.json(body, { status }));
  });
  return sent;
}
