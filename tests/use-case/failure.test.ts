import { expect, test } from "vitest";
import { StoreBusy } from "@/lib/db/store-busy";
import { ok, type Result } from "@/lib/result";
import { answerAsk } from "@/lib/library/merges/answer-ask";
import { undoMerge } from "@/lib/library/merges/undo-merge";
import { type Failure, orBusy } from "@/lib/use-case/failure";
import { aHousehold } from "@/tests/support/store";

test("a form that meets a busy store is answered in a sentence; another fault is thrown", async () => {
  const meeting = async (error: Error): Promise<Result<null, Failure>> => {
    throw error;
  };
  expect(await orBusy(meeting(new StoreBusy("no turn")))).toMatchObject({
    ok: false,
    error: { kind: "busy", detail: expect.stringMatching(/^The store is busy.*Try again\.$/) },
  });
  await expect(orBusy(meeting(new Error("a fault")))).rejects.toThrow("a fault");
  expect(await orBusy(Promise.resolve(ok(null)))).toEqual(ok(null));
});

test.each([
  ["answering an ask", answerAsk],
  ["taking a merge back", undoMerge],
])("%s says that the store is busy", async (_, use) => {
  const household = await aHousehold();
  const read = new Proxy(household.database.read, {
    get: () => {
      throw new StoreBusy("held");
    },
  });
  const busy = { ...household, database: { ...household.database, read } };
  const form = { ask: "a", answer: "same" };
  expect(await use(busy, form)).toMatchObject({ ok: false, error: { kind: "busy" } });
});
