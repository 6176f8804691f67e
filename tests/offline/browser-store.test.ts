import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { reopened, type Connection } from "@/lib/offline/browser-store";
import type { OutboxEntry } from "@/lib/offline/outbox-entry";
import { aReview, aStore } from "@/tests/support/outbox";

const entry = aReview("1");
let disk: ReturnType<typeof aStore>;
/** Connection<OutboxEntry>s opened so far, and which of them still serve. */
let connections: { isLost: boolean; lose: () => void }[];

beforeEach(() => {
  disk = aStore();
  connections = [];
});

afterEach(() => void vi.useRealTimers());

describe("a connection", () => {
  test("is opened once", async () => {
    const store = reopened(open);
    await store.put(entry);
    expect(await store.all()).toEqual([entry]);
    expect(connections).toHaveLength(1);
  });

  test("that was lost is opened again, and what was to be kept is kept", async () => {
    const store = reopened(open);
    await store.all();
    for (const connection of connections) connection.isLost = true;
    await store.put(entry);
    expect(disk.kept.size).toBe(1);
    expect(connections).toHaveLength(2);
  });

  test("that the browser says it closed is not used again", async () => {
    const store = reopened(open);
    await store.all();
    connections[0]?.lose();
    await store.put(entry);
    expect(connections).toHaveLength(2);
  });
});

test("what is refused is refused, and tried anew at the next call", async () => {
  const store = reopened(open);
  disk.refuses = true;
  await expect(store.put(entry)).rejects.toThrow("It is full.");
  disk.refuses = false;
  await store.put(entry);
  expect(disk.kept.size).toBe(1);
});

test("a browser that allows no store refuses each call", async () => {
  const store = reopened(() => {
    throw new DOMException("Not here.", "InvalidStateError");
  });
  await expect(store.all()).rejects.toThrow("Not here.");
  await expect(store.put(entry)).rejects.toThrow("Not here.");
});

test("one that never answers refuses after a while", async () => {
  vi.useFakeTimers();
  const store = reopened(() => new Promise<Connection<OutboxEntry>>(() => undefined));
  const why = store.put(entry).catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await why).toBe("No answer in time");
});

async function open(onLost: () => void): Promise<Connection<OutboxEntry>> {
  const connection = { isLost: false, lose: onLost };
  connections.push(connection);
  const unlessLost = <T>(value: T): T => {
    if (connection.isLost) throw new DOMException("It is closed.", "InvalidStateError");
    return value;
  };
  return {
    all: async () => unlessLost(disk.all()),
    put: async (kept) => unlessLost(disk.put(kept)),
    delete: async (id) => unlessLost(disk.delete(id)),
    close: () => undefined,
  };
}
