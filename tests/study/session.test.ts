import { v7 } from "uuid";
import { expect, test } from "vitest";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { studySession } from "@/lib/study/session";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

test("a session brings questions rendered, with memory, settings and weights", async () => {
  const household = await aHousehold({
    "content/a.md": aDocument({ prompt: "What is `ECMP`?", answer: "Equal **cost**." }),
  });
  const session = await sessionOf(household);
  expect(session.items[0]).toMatchObject({
    promptHtml: '<p data-at="0">What is <code>ECMP</code>?</p>',
    answerHtml: '<p data-at="0">Equal <strong>cost</strong>.</p>',
    memory: { state: "new", step: null, lastStudyDay: null },
    intervals: { good: 2 },
  });
  expect(session.settings).toMatchObject({ zone: "UTC", rolloverHour: 4, desiredRetention: 0.9 });
  expect(session.parameterSet.id).toBeNull();
  expect(session.parameterSet.weights).toHaveLength(21);
});

test("it says when the next question comes up, and how many tomorrow", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  expect(await sessionOf(household)).toMatchObject({ nextDueAt: null, dueTomorrow: 0 });
  const [first = "", second = ""] = await questionIds(household);
  await send(household, aReview(household, first, 3));
  household.clock.wait(24 * 60);
  expect(await sessionOf(household)).toMatchObject({
    nextDueAt: new Date("2026-11-26T04:00:00Z"),
    dueTomorrow: 1,
  });
  await send(household, aReview(household, second, 1));
  const { nextDueAt } = await sessionOf(household);
  expect(nextDueAt).toEqual(new Date("2026-11-25T19:10:00Z"));
});

test("a topic's session is of that topic, and names it", async () => {
  const household = await aHousehold({
    "content/a.md": aDocument({ topic: "A › B" }, { topic: "C" }),
  });
  const { items, topicTitle } = await sessionOf(household, "a");
  expect([items.length, topicTitle]).toEqual([1, "A"]);
  expect((await sessionOf(household, "none")).topicTitle).toBeNull();
});

test("it says how many wait outside of its topic, or of the weakest", async () => {
  const household = await aHousehold({
    "content/a.md": aDocument({ topic: "A" }, { topic: "B" }, { topic: "B" }),
  });
  expect((await sessionOf(household)).elsewhere).toBe(0);
  expect((await sessionOf(household, "a")).elsewhere).toBe(2);
  const { value } = await studySession(household, { topic: "a", limit: 1, weakest: true });
  expect(value.elsewhere).toBe(3);
});

test("what is put off until tomorrow is told of tomorrow", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}) });
  const [only = ""] = await questionIds(household);
  await send(household, aReview(household, only, 1));
  household.clock.wait(10);
  const at = household.clock.now().toISOString();
  await takeActions(household, { actions: [{ id: v7(), kind: "bury", questionId: only, at }] });
  expect(await sessionOf(household)).toMatchObject({
    counts: { learning: 0 },
    nextDueAt: new Date("2026-11-25T04:00:00Z"),
    dueTomorrow: 1,
  });
});

test("a question once put off hides none that came up before it", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  const [first = "", second = ""] = await questionIds(household);
  await send(household, aReview(household, first, 1), aReview(household, second, 1));
  const at = household.clock.now().toISOString();
  await takeActions(household, { actions: [{ id: v7(), kind: "bury", questionId: first, at }] });
  household.clock.wait(3 * 24 * 60);
  expect((await sessionOf(household)).nextDueAt).toEqual(new Date("2026-11-24T19:10:00Z"));
});

async function sessionOf(household: Household, topic?: string) {
  return (await studySession(household, { topic, limit: 100 })).value;
}
