import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import type { Cause } from "@/lib/domain/causes";
import { questionPoints } from "@/lib/study/question-points";
import { questionList } from "@/lib/study/questions";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { studyQueue } from "@/lib/study/study-queue";
import { weakAreasTold, weakAreasView } from "@/lib/study/weak-areas";
import { aDocument } from "@/tests/support/markdown";
import { aReview, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

const ANSWER =
  "It rests on three things.\n\n- **First** thing\n- **Second** thing\n- **Third** thing";

describe("what is forgotten", () => {
  test("is not told before enough was studied; what was never seen is", async () => {
    const household = await studied(9);
    const { figures, enough, areas } = await weakAreasView(household);
    expect([figures.firm + figures.shaky, enough]).toEqual([9, false]);
    expect(areas.map(({ cause }) => cause)).not.toContain("forgotten");
    expect(areas[0]).toMatchObject({ titles: ["B"], cause: "unseen", questions: 15, loss: 15 });
  });

  test("is not told of what was graded today", async () => {
    const household = await studied(12);
    const { items } = (await questionList(household, { limit: 12 })).value;
    for (const { id } of items.slice(0, 4)) await send(household, aReview(household, id, 3));
    const { figures, enough } = await weakAreasView(household);
    expect(figures).toMatchObject({ gradedToday: 4 });
    expect(enough).toBe(false);
  });

  test("is what is under the recall that its learner wants of the topic", async () => {
    const household = await studied(12);
    const titles = async () =>
      (await areasOf(household, "forgotten")).map((area) => area.titles[0]);
    expect(await titles()).toEqual(["A"]);
    const { id: topicId } = await household.database.read.topic.findFirstOrThrow({
      where: { path: "a" },
    });
    const wanted = { learnerId: household.learner.id, topicId, desiredRetention: 0.5 };
    await household.database.write((tx) => tx.topicSetting.create({ data: wanted }));
    expect(await titles()).toEqual([]);
  });

  test("comes with the points that are lost most of it", async () => {
    const household = await studied(12);
    const [area] = await areasOf(household, "forgotten");
    expect(area?.points.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Third thing", "Second thing"]),
    );
  });
});

describe("a point missed again and again", () => {
  test("makes its question half known, by the point's own words, until it is taken back", async () => {
    const household = await studied(12);
    const [question] = (await questionList(household, { topic: "a", limit: 1 })).value.items;
    const { id = "", keyPoints = [] } = question ?? {};
    const given = { recalledKeyPointIds: keyPoints.slice(0, 2).map((point) => point.id) };
    const third = aReview(household, id, 2, given);
    await send(household, third);
    const [area] = await areasOf(household, "half-known");
    expect(area).toMatchObject({ path: "a", questions: 1, ids: [id] });
    expect(area?.points).toMatchObject([{ text: "Third thing", missed: 3, assessed: 3 }]);
    const { value } = await weakAreasTold(household);
    const told = value.areas.find(({ cause }) => cause === "half-known");
    expect(told?.points).toMatchObject([{ text: "Third thing", missed: 3, wrong: 0, assessed: 3 }]);
    const { points } = await weakAreasView(household);
    expect(points[0]).toMatchObject({ text: "Third thing", questionId: id });
    await undoReview(household, { reviewId: third.id });
    expect(await areasOf(household, "half-known")).toEqual([]);
  });
});

test("a question's page says how many of its points would be given, and which is lost", async () => {
  const household = await studied(12);
  const [first, , , other] = (await questionList(household, { topic: "a", limit: 4 })).value.items;
  if (!first || !other) throw new Error("There are four questions");
  const told = await questionPoints(household, first);
  expect(told).toMatchObject({ of: 3, lost: "Third thing" });
  expect(told?.expected).toBeLessThan(3);
  expect(await questionPoints(household, other)).toBeNull();
});

test("what other programs are told is in the order of the figure that the page prints", async () => {
  const household = await studied(12);
  const { seen, enough, areas } = (await weakAreasTold(household)).value;
  expect([seen, enough]).toEqual([12, true]);
  expect(areas.map(({ topic, cause }) => [topic, cause])).toEqual([
    ["b", "unseen"],
    ["a", "forgotten"],
  ]);
  const shown = areas.map((area) => area.shown);
  expect(shown).toEqual(shown.toSorted((a, b) => b - a));
  for (const { loss, shown: printed, cause, questions, seen: known } of areas) {
    expect(printed).toBe(Math.round(loss * 10) / 10);
    expect(known).toBe(cause === "unseen" ? 0 : questions);
  }
});

test("a session of the weakest has a topic's reviewed questions, due or not, worst first and once a day", async () => {
  const household = await studied(12);
  const weakest = async () => {
    const { value } = await studyQueue(household, { topic: "b", limit: 50, weakest: true });
    return value;
  };
  const { items, counts } = await weakest();
  expect(counts).toEqual({ new: 0, learning: 0, review: 8 });
  expect(items.map(({ topicPath }) => topicPath[0])).toEqual(Array(8).fill("B"));
  const [worst] = items;
  await send(household, aReview(household, worst?.questionId ?? "", 3));
  const left = (await weakest()).items.map(({ questionId }) => questionId);
  expect(left).toEqual(items.slice(1).map(({ questionId }) => questionId));
});

async function areasOf(household: Household, cause: Cause) {
  return (await weakAreasView(household)).areas.filter((area) => area.cause === cause);
}

/** As many questions graded a week ago: those of topic A forgotten since, those of B easy. */
async function studied(count: number): Promise<Household> {
  const household = await aHousehold({
    "content/a.md": aDocument(
      ...[1, 2, 3, 4].map(() => ({ topic: "A", answer: ANSWER })),
      ...Array.from({ length: 20 }, () => ({ topic: "B" })),
    ),
  });
  const { items } = (await questionList(household, { limit: 200 })).value;
  for (const { id, topic } of items.slice(0, count))
    await send(household, aReview(household, id, topic === "a" ? 3 : 4));
  household.clock.wait(4 * 24 * 60);
  for (const [question, missed] of [
    [0, 2],
    [0, 2],
    [1, 1],
  ] as const) {
    const { id = "", keyPoints = [] } = items[question] ?? {};
    const recalledKeyPointIds = keyPoints.filter((_, i) => i !== missed).map((point) => point.id);
    await send(household, aReview(household, id, 1, { recalledKeyPointIds, id: v7() }));
    household.clock.wait(15);
  }
  household.clock.wait(3 * 24 * 60);
  return household;
}
