import { v7 } from "uuid";
import { expect, test } from "vitest";
import { sumOfCounts } from "@/lib/domain/queue";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { sessionSummary } from "@/lib/study/session-summary";
import { today } from "@/lib/study/today";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold } from "@/tests/support/store";

const ANSWER =
  "It rests on three things.\n\n- **First** thing\n- **Second** thing\n- **Third** thing";
const documents = {
  "content/a.md": aDocument(
    { topic: "A", answer: ANSWER },
    { topic: "A" },
    { topic: "B" },
    { topic: "B" },
  ),
};

test("a session's summary names its scope, and agrees with Today on what waits elsewhere", async () => {
  const household = await aHousehold(documents);
  const [first = "", second = ""] = await questionIds(household);
  const sessionId = v7();
  const session = { sessionId, sessionScope: "topic=a" };
  const missing = aReview(household, first, 3, { ...session, recalledKeyPointIds: [] });
  await send(household, missing, aReview(household, second, 4, session));
  const summary = await sessionSummary(household, sessionId);
  const { counts } = await today(household);
  expect(sumOfCounts(counts)).toBe(2);
  expect(summary).toMatchObject({
    name: "A",
    next: { heading: "A is done; 2 wait elsewhere." },
    went: {
      answered: 2,
      given: [
        { rating: 3, times: 1 },
        { rating: 4, times: 1 },
      ],
      missed: [
        {
          questionId: first,
          slipped: false,
          points: ["First thing", "Second thing", "Third thing"],
        },
      ],
    },
  });
  expect(summary?.next.steps.map(({ text }) => text)).toEqual([
    "Go over these now",
    "Study the rest",
  ]);
});

test("what was taken back is no part of it", async () => {
  const household = await aHousehold(documents);
  const [first = ""] = await questionIds(household);
  const sessionId = v7();
  const review = aReview(household, first, 1, { sessionId });
  await send(household, review);
  await undoReview(household, { reviewId: review.id });
  const summary = await sessionSummary(household, sessionId);
  expect(summary?.went).toMatchObject({ answered: 0, missed: [] });
  expect(summary?.next.heading).toBe("4 left.");
});

test("a step that returns comes up on the study page, not here; of practice that is no matter", async () => {
  const household = await aHousehold(documents);
  const [first = "", second = ""] = await questionIds(household);
  const [real, practice] = [v7(), v7()];
  await send(
    household,
    aReview(household, first, 1, { sessionId: real, sessionScope: "topic=a" }),
    aReview(household, second, 4, { sessionId: real, sessionScope: "topic=a" }),
    aReview(household, first, 1, {
      sessionId: practice,
      mode: "practice",
      sessionScope: `mode=practice&questions=${first}`,
    }),
  );
  expect((await sessionSummary(household, real))?.next).toMatchObject({
    heading: "Nothing of A is due until 19:10; 2 wait elsewhere.",
    notes: [],
  });
  expect((await sessionSummary(household, practice))?.next).toMatchObject({
    heading: "Practice of one question is done; 3 wait elsewhere.",
    notes: ["The schedule is as it was."],
  });
});

test("a session that nobody knows has none", async () => {
  expect(await sessionSummary(await aHousehold(), v7())).toBeNull();
});
