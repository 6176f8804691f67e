import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Outbox } from "@/lib/offline/outbox";
import type { OutboxEntry } from "@/lib/offline/outbox-entry";
import { postBatch } from "@/lib/offline/post-batch";
import { anAction, anUndo, aReview, aStore } from "@/tests/support/outbox";

type Sent = { reviews?: { id: string }[]; actions?: { id: string }[] };

let store: ReturnType<typeof aStore>;
let outbox: Outbox;
/** What the server was sent, each request as its items' ids. */
let requests: string[][];
/** How the server answers; by default as Rehearse does. */
let answer: (ids: string[]) => Response | Promise<Response>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  store = aStore();
  outbox = new Outbox(store, postBatch, (run) => run());
  requests = [];
  answer = (ids) => resultsFor(ids);
  vi.stubGlobal("fetch", async (_address: string, { body }: { body: string }) => {
    const sent: Sent = JSON.parse(body);
    const ids = (sent.reviews ?? sent.actions ?? []).map(({ id }) => id);
    requests.push(ids);
    return answer(ids);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a grade", () => {
  test("is kept, sent at once, and forgotten a minute after the server took it", async () => {
    await outbox.add(aReview("1"));
    expect(requests).toEqual([["1"]]);
    expect(await left()).toEqual([]);
    expect(store.kept.size).toBe(1);
    vi.setSystemTime(Date.now() + 61_000);
    await outbox.send();
    expect(store.kept.size).toBe(0);
  });

  test("goes out after what waits already, and an undo after what it takes back", async () => {
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    await outbox.add(aReview("1"));
    await outbox.add(anAction("2", "flag", "a"));
    await outbox.add(anUndo("3", "1"));
    expect(outbox.state()).toMatchObject({ waiting: several(3), delay: { kind: "unreachable" } });
    requests = [];
    answer = (ids) => resultsFor(ids);
    expect(await outbox.send()).toBe(true);
    expect(requests).toEqual([["1"], ["2", "3"]]);
  });
});

const NOT_ITS_ANSWER: Record<string, () => Response | Promise<Response>> = {
  "no answer": () => Promise.reject(new TypeError("Failed to fetch")),
  "an empty object": () => Response.json({}),
  "half an answer": () => new Response('{"results":[{"id":"1","st'),
  "results of others": () => resultsFor(["7"]),
  "too few results": () => resultsFor([]),
  "a page": () => new Response("<!doctype html>", { headers: { "content-type": "text/html" } }),
  "another program’s 404": () => Response.json({ error: "Not found" }, { status: 404 }),
  "a 400 for the whole": () => Response.json({ detail: "Bad request" }, { status: 400 }),
  "a 403": () => Response.json({ detail: "Forbidden" }, { status: 403 }),
  "a 413 for one": () => Response.json({ detail: "Too large" }, { status: 413 }),
  "a 500": () => new Response("", { status: 500 }),
  "a 503": () => new Response("{}", { status: 503, headers: { "retry-after": "2" } }),
  "a 507": () => Response.json({ detail: "No room" }, { status: 507 }),
  "a status to come": () => Response.json({ results: [{ id: "1", status: "deferred" }] }),
};

describe("is refused by nothing but its own result; it goes out again after", () => {
  test.each(Object.keys(NOT_ITS_ANSWER))("%s", async (name) => {
    answer = NOT_ITS_ANSWER[name] ?? answer;
    await outbox.add(aReview("1"));
    expect(outbox.state()).toMatchObject({ waiting: several(1), refused: [] });
    answer = (ids) => resultsFor(ids);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await left()).toEqual([]);
    expect(outbox.state()).toMatchObject({ waiting: [], delay: null, refused: [] });
  });

  test("waits as long as a busy server asks, then longer each time, up to half a minute", async () => {
    answer = () => new Response("", { status: 503, headers: { "retry-after": "5" } });
    await outbox.add(aReview("1"));
    await vi.advanceTimersByTimeAsync(4_900);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(requests).toHaveLength(2);
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(requests.length).toBeGreaterThan(15);
    expect(requests.length).toBeLessThan(30);
  });

  test("says why it waits", async () => {
    const kinds = [];
    for (const status of [503, 507, 404]) {
      answer = () => new Response("{}", { status });
      await outbox.send();
      await outbox.add(aReview(`${status}`));
      kinds.push(outbox.state().delay);
    }
    expect(kinds).toEqual([{ kind: "busy" }, { kind: "no room" }, { kind: "odd", status: 404 }]);
  });
});

describe("what the server says of one", () => {
  test("conflict and rejected are refusals, shown and kept until they were seen", async () => {
    answer = () =>
      Response.json({
        results: [
          { id: "1", status: "conflict", problem: "Other content." },
          { id: "2", status: "recorded" },
          { id: "3", status: "rejected", problem: "Unknown." },
        ],
      });
    await keepAll(aReview("1"), aReview("2"), aReview("3"));
    await outbox.send();
    const { refused } = outbox.state();
    expect(refused.map((entry) => entry.refused)).toEqual(["Other content.", "Unknown."]);
    await outbox.dismiss("1");
    await outbox.dismiss("3");
    expect(outbox.state().refused).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  test("its id in capitals is its id", async () => {
    answer = (ids) => resultsFor(ids.map((id) => id.toUpperCase()));
    await outbox.add(aReview("a1"));
    expect(await left()).toEqual([]);
  });

  test("what the server never had needs no taking back", async () => {
    answer = () => Response.json({ results: [{ id: "2", status: "rejected", problem: "None." }] });
    await outbox.add(anUndo("2", "1"));
    expect(outbox.state()).toMatchObject({ waiting: [], refused: [] });
  });

  test("one that it says nothing of holds up none behind it, but for what takes it back", async () => {
    answer = (ids) =>
      Response.json({
        results: ids.map((id) => ({ id, status: id === "1" ? "deferred" : "recorded" })),
      });
    await keepAll(aReview("1"), aReview("2"), anUndo("3", "1"), anUndo("4", "2"));
    expect(await outbox.send()).toBe(false);
    expect((await left()).map(({ id }) => id)).toEqual(["1", "3"]);
  });
});

test("what is too much for one request goes out in smaller ones", async () => {
  answer = (ids) => (ids.length > 30 ? Response.json({}, { status: 413 }) : resultsFor(ids));
  await keepAll(...Array.from({ length: 100 }, (_, i) => aReview(String(i).padStart(3, "0"))));
  expect(await outbox.send()).toBe(true);
  expect(requests.map((ids) => ids.length)).toEqual([100, 50, 25, 25, 25, 25]);
  expect(await left()).toEqual([]);
});

describe("a browser that keeps nothing", () => {
  test("sends at once from memory, and says so", async () => {
    store.refuses = true;
    await outbox.add(aReview("1"));
    expect(requests).toEqual([["1"]]);
    expect(outbox.state()).toMatchObject({ waiting: [], isKept: false });
    expect(await left()).toEqual([]);
  });

  test("holds on the page what can't be sent, and keeps it as soon as it can", async () => {
    store.refuses = true;
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    await outbox.add(aReview("1"));
    await outbox.add(aReview("2"));
    expect(outbox.state()).toMatchObject({ waiting: several(2), isKept: false });
    store.refuses = false;
    await outbox.send();
    expect([...store.kept.keys()]).toEqual(["1", "2"]);
    expect(outbox.state()).toMatchObject({ waiting: several(2), isKept: true });
    answer = (ids) => resultsFor(ids);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await left()).toEqual([]);
  });
});

test("what an earlier version of the page left goes out, and junk beside it does no harm", async () => {
  const id = "019ab2f2-4c00-7000-8000-000000000000";
  store.kept.set(id, { id, kind: "undo", reviewId: "1" });
  store.kept.set("junk", { id: "junk" });
  expect(await outbox.send()).toBe(true);
  expect(requests).toEqual([[id]]);
});

async function keepAll(...entries: OutboxEntry[]): Promise<void> {
  for (const entry of entries) await store.put(entry);
}

/** What still has to go out. */
async function left(): Promise<OutboxEntry[]> {
  return (await outbox.entries()).filter(
    ({ takenAt, refused }) => takenAt === undefined && refused === undefined,
  );
}

function resultsFor(ids: string[]): Response {
  return Response.json({ results: ids.map((id) => ({ id, status: "recorded" })) });
}

function several(count: number): unknown[] {
  return Array.from({ length: count }, () => expect.anything());
}
