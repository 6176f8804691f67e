import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { err, ok, type Result } from "@/lib/result";
import { StoreBusy } from "@/lib/db/store-busy";
import { conflict, type Failure, notFound } from "@/lib/use-case/failure";
import { aPost, aRequest, noParams } from "@/tests/support/http";

const { handler } = await import("@/lib/http/handler");

const MEGABYTE = 1_000_000;
const Note = z.object({ title: z.string(), lines: z.array(z.string()).default([]) });
const keep = handler(Note, async (_, note) => ok(note));
const Address = z.object({ id: z.string().optional(), limit: z.coerce.number().default(50) });
const look = handler(Address, async (_, address) => ok(address));

describe("a request with a body", () => {
  test("is parsed and answered as JSON that nobody keeps", async () => {
    const response = await keep(aPost("/notes", { title: "VPC", more: 1 }), noParams);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ title: "VPC", lines: [] });
  });

  test.each(["application/json; charset=utf-8", "Application/JSON"])(
    "may call its content %s",
    async (type) => {
      expect((await keep(aText('{"title":"VPC"}', type), noParams)).status).toBe(200);
    },
  );

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])(
    "that calls its content “%s” is 415",
    async (type) => {
      expect(await problemOf(keep(aText('{"title":"VPC"}', type), noParams))).toMatchObject({
        status: 415,
      });
    },
  );

  test("that says nothing of its content is 415", async () => {
    expect(await problemOf(keep(aRequest("/notes", { method: "POST" }), noParams))).toMatchObject({
      status: 415,
    });
  });

  test.each(["", "{", "undefined", "{'title': 1}", "\u0000", "[".repeat(100_000)])(
    "of junk is 400 (%#)",
    async (text) => {
      expect(await problemOf(keep(aText(text), noParams))).toMatchObject({
        status: 400,
        detail: "The body is not JSON.",
      });
    },
  );

  test.each([null, [], "title", 7, true])("of %j is 400, as it is no object", async (body) => {
    expect(await problemOf(keep(aPost("/notes", body), noParams))).toMatchObject({
      status: 400,
      errors: [{ path: "", message: expect.stringMatching(/./) }],
    });
  });

  test("that breaks off on its way is 400", async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.error(new Error("aborted")),
    });
    expect(await problemOf(keep(aStreamed(body), noParams))).toMatchObject({
      status: 400,
      detail: "The body broke off.",
    });
  });

  test("with bad fields is 400 and names each of them", async () => {
    const body = { title: 7, lines: ["a", 8] };
    expect(await problemOf(keep(aPost("/notes", body), noParams))).toMatchObject({
      status: 400,
      errors: [
        { path: "title", message: expect.stringMatching(/string/) },
        { path: "lines.1", message: expect.stringMatching(/string/) },
      ],
    });
  });
});

describe("a body over 1 MB", () => {
  test("is 413 by its declared length, unread", async () => {
    const body = inPieces(["{}"]);
    const headers = { "content-type": "application/json", "content-length": String(MEGABYTE + 1) };
    const request = aRequest("/notes", { method: "POST", headers, body, duplex: "half" });
    expect(await problemOf(keep(request, noParams))).toMatchObject({ status: 413 });
    expect(request.bodyUsed).toBe(false);
  });

  test("is 413 when it is streamed, and not read to its end", async () => {
    let sent = 0;
    const long = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(100_000));
        if (sent === 100) controller.close();
      },
    });
    expect(await problemOf(keep(aStreamed(long), noParams))).toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(20);
  });

  test("is 413 though it declares less", async () => {
    const body = inPieces([" ".repeat(MEGABYTE), "{}"]);
    expect(
      await problemOf(keep(aStreamed(body, { "content-length": "2" }), noParams)),
    ).toMatchObject({ status: 413 });
  });

  test("counts bytes, not letters", async () => {
    const title = "é".repeat(MEGABYTE / 2);
    expect(await problemOf(keep(aPost("/notes", { title }), noParams))).toMatchObject({
      status: 413,
    });
  });

  test("one of just 1 MB passes, also in pieces that cut a letter", async () => {
    const text = `{"title":"${"é".repeat((MEGABYTE - 12) / 2)}"}`;
    const bytes = new TextEncoder().encode(text);
    expect(bytes.byteLength).toBe(MEGABYTE);
    const body = inPieces([bytes.slice(0, 11), bytes.slice(11)]);
    const response = await keep(aStreamed(body), noParams);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ title: expect.stringMatching(/^é+$/) });
  });
});

describe("a request without a body", () => {
  test("gives its query and the route's parameters", async () => {
    const response = await look(aRequest("/notes/7?limit=3&more=x"), aRoute({ id: "7" }));
    expect(await response.json()).toEqual({ id: "7", limit: 3 });
  });

  test("can't replace a parameter by its query", async () => {
    const response = await look(aRequest("/notes/7?id=8"), aRoute({ id: "7" }));
    expect(await response.json()).toEqual({ id: "7", limit: 50 });
  });

  test("is 400 for a bad query, which is named", async () => {
    expect(await problemOf(look(aRequest("/notes?limit=all"), noParams))).toMatchObject({
      status: 400,
      errors: [{ path: "limit", message: expect.stringMatching(/number/) }],
    });
  });

  // Next answers HEAD by the handler of GET.
  test("may be a HEAD", async () => {
    const response = await look(aRequest("/notes", { method: "HEAD" }), noParams);
    expect(response.status).toBe(200);
  });
});

describe("what a use case has to say", () => {
  test("not found is 404", async () => {
    expect(await problemOf(answering(err(notFound("There is no such note."))))).toMatchObject({
      status: 404,
      detail: "There is no such note.",
    });
  });

  test("a conflict is 409", async () => {
    expect(await problemOf(answering(err(conflict("A newer one stands."))))).toMatchObject({
      status: 409,
      detail: "A newer one stands.",
    });
  });

  test("a busy store is 503, with when to try again", async () => {
    const busy = handler(z.object({}), async () => {
      throw new StoreBusy("no turn");
    });
    const response = await busy(aPost("/notes", {}), noParams);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await problemOf(response)).toMatchObject({ status: 503 });
  });

  test("so is one that a use case speaks of", async () => {
    const busy: Failure = { kind: "busy", detail: "Try again." };
    const response = await answering(err(busy));
    expect(response.headers.get("retry-after")).not.toBeNull();
    expect(await problemOf(response)).toMatchObject({ status: 503, detail: "Try again." });
  });

  test.each([
    ["a file", Object.assign(new Error("write failed"), { code: "ENOSPC", syscall: "write" })],
    ["a quota", Object.assign(new Error("write failed"), { code: "EDQUOT" })],
    ["the store", new Error("query failed", { cause: new Error("database or disk is full") })],
  ])("a full disk is 507, and said: %s", async (_, full) => {
    const writing = handler(z.object({}), async () => {
      throw full;
    });
    expect(await problemOf(writing(aPost("/notes", {}), noParams))).toMatchObject({
      status: 507,
      detail: expect.stringMatching(/no room left on the disk/),
    });
  });

  test("a bug is 500: we are told what it was, the caller isn't", async () => {
    // A complaint on the console is a red test everywhere else; here it is what is asked for.
    const complaint = vi.spyOn(console, "error").mockImplementationOnce(() => undefined);
    const bug = new Error("secret detail");
    const buggy = handler(z.object({}), async () => {
      throw bug;
    });
    const response = await buggy(aPost("/notes", {}), noParams);
    expect(complaint).toHaveBeenCalledExactlyOnceWith(bug);
    const answered = await problemOf(response);
    expect(answered.status).toBe(500);
    expect(JSON.stringify(answered)).not.toContain("secret");
  });
});

describe("an answer in pieces", () => {
  test("is streamed, whole and in order", async () => {
    const response = await answering(ok(counting({ to: 3 }).pieces()));
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual(["é 1", "é 2", "é 3"]);
  });

  test("is made at the pace of its reader", async () => {
    const counted = counting({ to: 1_000 });
    const reader = (await answering(ok(counted.pieces()))).body?.getReader();
    await reader?.read();
    await reader?.read();
    expect(counted.made()).toBeLessThan(5);
  });

  test("is ended when its reader leaves", async () => {
    const counted = counting({ to: 1_000 });
    const reader = (await answering(ok(counted.pieces()))).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(counted.ended()).toBe(true);
  });

  test("is ended when only its head is asked for", async () => {
    const counted = counting({ to: 1_000 });
    const head = handler(z.object({}), async () => ok(counted.pieces()));
    const response = await head(aRequest("/notes", { method: "HEAD" }), noParams);
    expect([response.status, response.body, counted.ended()]).toEqual([200, null, true]);
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  test("that breaks off is no whole answer", async () => {
    const response = await answering(ok(counting({ to: 3, breaksAt: 2 }).pieces()));
    await expect(response.text()).rejects.toThrow("broken");
  });
});

describe("the guard", () => {
  test("refuses before anything is read or done", async () => {
    const called = vi.fn<() => Promise<Result<unknown, Failure>>>();
    const guarded = handler(z.object({}), called);
    const body = inPieces(["{}"]);
    const foreign = aStreamed(body, { host: "evil.example" });
    expect(await problemOf(guarded(foreign, noParams))).toMatchObject({ status: 421 });
    expect(foreign.bodyUsed).toBe(false);
    expect(
      await problemOf(guarded(aStreamed(inPieces(["{}"]), { origin: "null" }), noParams)),
    ).toMatchObject({ status: 403 });
    expect(called).not.toHaveBeenCalled();
  });
});

function answering(result: Result<unknown, Failure>): Promise<Response> {
  return handler(z.object({}), async () => result)(aPost("/notes", {}), noParams);
}

/** A JSON array that tells how much of it was made, and whether its maker was ended. */
function counting({ to, breaksAt }: { to: number; breaksAt?: number }) {
  let made = 0;
  let ended = false;
  async function* pieces(): AsyncGenerator<string> {
    try {
      for (made = 1; made <= to; made += 1) {
        if (made === breaksAt) throw new Error("broken");
        yield `${made === 1 ? "[" : ","}"é ${made}"`;
      }
      yield "]";
    } finally {
      ended = true;
    }
  }
  return { pieces, made: () => made, ended: () => ended };
}

/** A refusal, which must be a problem of RFC 9457. */
async function problemOf(answer: Response | Promise<Response>) {
  const response = await answer;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return Problem.extend({ status: z.literal(response.status) }).parse(await response.json());
}

const Problem = z.object({
  type: z.literal("about:blank"),
  title: z.string().min(1),
  status: z.number(),
  detail: z.string().regex(/\.$/),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

function aRoute(params: Record<string, string>) {
  return { params: Promise.resolve(params) };
}

function aText(body: string, type = "application/json"): Request {
  return aRequest("/notes", { method: "POST", headers: { "content-type": type }, body });
}

/** A POST of JSON that comes as it is made, without a declared length unless one is given. */
function aStreamed(body: ReadableStream, headers: Record<string, string> = {}): Request {
  const all = { "content-type": "application/json", ...headers };
  return aRequest("/notes", { method: "POST", headers: all, body, duplex: "half" });
}

function inPieces(pieces: (string | Uint8Array)[]): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => {
      for (const piece of pieces)
        controller.enqueue(typeof piece === "string" ? encoder.encode(piece) : piece);
      controller.close();
    },
  });
}
