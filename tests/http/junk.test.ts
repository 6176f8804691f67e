import { v7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { contextOf, sharedDatabase } from "@/lib/use-case/context";
import { clockAt } from "@/tests/support/clock";
import { aPost, aRequest, noParams, STORE } from "@/tests/support/http";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds } from "@/tests/support/reviews";
import { type Household, takeIn } from "@/tests/support/store";

const actions = await import("@/app/api/actions/route");
const queue = await import("@/app/api/queue/route");
const questions = await import("@/app/api/questions/route");
const question = await import("@/app/api/questions/[id]/route");
const reviews = await import("@/app/api/reviews/route");
const undo = await import("@/app/api/reviews/undo/route");

const JUNK = [
  ["nothing", ""],
  ["a NUL", "a\0b"],
  ["half a letter", "\ud800"],
  ["5,000 letters", "x".repeat(5_000)],
  ["a name of JavaScript's own", "__proto__"],
  ["a broken escape", "%E0%A4%A"],
  ["SQL", "' OR 1=1 --"],
  ["a negative number", "-1"],
  ["a huge number", "1e999"],
  ["a path", "../.."],
  ["a cursor of nothing", "a.1.\0"],
  ["a cursor beyond counting", "a.99999999999999999999.b"],
] as const;
const TIMES = ["0000-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-11-24T19:00:00Z"];

let household: Household;
let questionId: string;

beforeAll(async () => {
  const document = aDocument({ prompt: "What is a route table for?" });
  const clock = clockAt("2026-11-24T19:00:00Z");
  household = { ...(await contextOf(sharedDatabase(STORE), clock)), clock };
  await takeIn(household, { "content/a.md": document });
  [questionId = ""] = await questionIds(household);
});

test.each(JUNK)("%s in an address is never our fault", async (_, junk) => {
  for (const name of ["topic", "cursor", "limit"]) {
    const query = new URLSearchParams({ [name]: junk }).toString();
    await answered(queue.GET(aRequest(`/api/queue?${query}`), noParams));
    await answered(questions.GET(aRequest(`/api/questions?${query}`), noParams));
  }
  const params = Promise.resolve({ id: junk });
  expect(await answered(question.GET(aRequest("/api/questions/x"), { params }))).toBe(404);
});

test.each(JUNK)("%s in a body is never our fault", async (_, junk) => {
  expect(await answered(undo.POST(aPost("/api/reviews/undo", { reviewId: junk }), noParams))).toBe(
    404,
  );
  for (const name of ["id", "questionId", "sessionId", "way", "reviewedAt", "mode", "rating"])
    expect(await sent({ [name]: junk })).toBe(200);
  expect(await sent({ recalledKeyPointIds: [junk] })).toBe(200);
  for (const name of ["id", "kind", "questionId", "at", "note"])
    expect(await acted({ [name]: junk })).toBe(200);
  expect(await acted({ kind: "undo", reviewId: junk })).toBe(200);
});

test.each(TIMES)(
  "a review or an action of %s is never our fault, whatever the caller's clock says",
  async (at) => {
    for (const sentAt of TIMES) {
      // One item alone is refused for its time; a batch for its own.
      const status = /^(0000|9999)/.test(sentAt) ? 400 : 200;
      expect(await sent({ reviewedAt: at }, { sentAt })).toBe(status);
      for (const kind of ["bury", "reset"])
        expect(await acted({ kind, at }, { sentAt })).toBe(status);
    }
  },
);

test("an id in capitals is the same id", async () => {
  const params = Promise.resolve({ id: questionId.toUpperCase() });
  expect(await answered(question.GET(aRequest("/api/questions/x"), { params }))).toBe(200);
});

/** Posts one review that is sound but for what is given, and answers the status. */
function sent(changes: Record<string, unknown>, around: { sentAt?: string } = {}) {
  const review = aReview(household, questionId, 3, changes);
  const body = { ...around, reviews: [review] };
  return answered(reviews.POST(aPost("/api/reviews", body), noParams));
}

/** The same with one action. */
function acted(changes: Record<string, unknown>, around: { sentAt?: string } = {}) {
  const at = household.clock.now().toISOString();
  const body = { ...around, actions: [{ id: v7(), kind: "flag", questionId, at, ...changes }] };
  return answered(actions.POST(aPost("/api/actions", body), noParams));
}

async function answered(response: Promise<Response>): Promise<number> {
  const { status } = await response;
  expect(status).toBeLessThan(500);
  return status;
}
