import { expect, test } from "vitest";
import { readinessOf } from "@/lib/domain/readiness";
import { today } from "@/lib/study/today";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold } from "@/tests/support/store";

test("says what waits, what was answered on this study day, and when the next is due", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  const [first = ""] = await questionIds(household);
  await send(household, aReview(household, first, 3));
  expect(await today(household)).toMatchObject({
    counts: { new: 1, learning: 0, review: 0 },
    answeredToday: 1,
    nextDueAt: new Date("2026-11-26T04:00:00Z"),
  });
  household.clock.set("2026-11-25T04:00:00Z");
  expect((await today(household)).answeredToday).toBe(0);
});

test("a step whose time has not come is nothing to study now", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}) });
  const [only = ""] = await questionIds(household);
  await send(household, aReview(household, only, 1));
  expect(await today(household)).toMatchObject({
    ready: false,
    counts: { learning: 1 },
    nextDueAt: new Date("2026-11-24T19:10:00Z"),
  });
  household.clock.wait(10);
  expect((await today(household)).ready).toBe(true);
});

test("a topic's recall is the mean of its questions, all below it counted, and none of what was not seen", async () => {
  const household = await aHousehold({
    "content/a.md": aDocument({ topic: "A › B" }, { topic: "A › C" }, { topic: "D" }),
  });
  const [first = ""] = await questionIds(household);
  await send(household, aReview(household, first, 3));
  household.clock.wait(20 * 24 * 60);
  const [a, d] = (await today(household)).topics;
  expect(a).toMatchObject({
    title: "A",
    questions: 2,
    seen: 1,
    shaky: 1,
    unseen: 1,
    counts: { review: 1 },
  });
  expect(a && readinessOf(a)?.readiness).toBeCloseTo(0.71 / 2, 1);
  expect(d && readinessOf(d)).toEqual({ readiness: 0, low: 0, high: 0 });
});

test("a step that returns is told though the limits are used up, and what they hold back", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}, {}, {}) });
  const [first = "", second = "", third = ""] = await questionIds(household);
  for (const id of [first, second, third]) await send(household, aReview(household, id, 3));
  household.clock.wait(4 * 24 * 60);
  Object.assign(household.learner.scheduling, { newPerDay: 0, duePerDay: 2 });
  await send(household, aReview(household, first, 1), aReview(household, second, 3));
  expect(await today(household)).toMatchObject({
    ready: false,
    counts: { new: 0, learning: 1, review: 0 },
    heldBack: { new: 1, review: 1 },
    nextDueAt: new Date("2026-11-28T19:10:00Z"),
  });
});

test("what was graded today is in no recall, and is told apart", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  const [first = "", second = ""] = await questionIds(household);
  await send(household, aReview(household, first, 3));
  const topic = async () => (await today(household)).topics[0];
  expect(await topic()).toMatchObject({ seen: 1, firm: 0, shaky: 0, gradedToday: 1 });
  household.clock.wait(24 * 60);
  await send(household, aReview(household, second, 3));
  const next = await topic();
  expect(next).toMatchObject({ seen: 2, firm: 1, shaky: 0, gradedToday: 1 });
  expect(next?.recallSum).toBeLessThan(1);
});
