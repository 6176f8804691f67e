import { expect, test } from "vitest";
import { studyQueue } from "@/lib/study/study-queue";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { weakAreasView } from "@/lib/study/weak-areas";
import { questionList } from "@/lib/study/questions";
import { aDocument } from "@/tests/support/markdown";
import { aReview, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

const ANSWER =
  "It rests on three things.\n\n- **First** thing\n- **Second** thing\n- **Third** thing";

test("nothing is called weak before enough was studied", async () => {
  const household = await studied(9);
  expect(await weakAreasView(household)).toMatchObject({
    figures: { firm: 5, shaky: 4 },
    enough: false,
    areas: [],
  });
});

test("the weakest topic comes first, with the points that were missed most often there", async () => {
  const household = await studied(12);
  const { areas } = await weakAreasView(household);
  expect(areas[0]?.titles).toEqual(["A"]);
  expect(areas[0]?.missed.map(({ text, missed, assessed }) => [text, missed, assessed])).toEqual([
    ["Third thing", 2, 2],
    ["Second thing", 1, 1],
  ]);
  expect(areas).toHaveLength(1);
});

test("nothing is called weak of what was graded today", async () => {
  const household = await studied(12);
  const { items } = (await questionList(household, { limit: 12 })).value;
  for (const { id } of items.slice(0, 4)) await send(household, aReview(household, id, 3));
  const { figures, enough, areas } = await weakAreasView(household);
  expect(figures).toMatchObject({ gradedToday: 4 });
  expect([enough, areas]).toEqual([false, []]);
});

test("a topic is weak by the recall that its learner wants of it, where that is another", async () => {
  const household = await studied(12);
  const areas = async () =>
    (await weakAreasView(household)).areas.map(({ titles: [title] }) => title);
  expect(await areas()).toEqual(["A"]);
  const { id: topicId } = await household.database.read.topic.findFirstOrThrow({
    where: { path: "a" },
  });
  const wanted = { learnerId: household.learner.id, topicId, desiredRetention: 0.7 };
  await household.database.write((tx) => tx.topicSetting.create({ data: wanted }));
  expect(await areas()).toEqual([]);
});

test("a review that was taken back misses no point", async () => {
  const household = await studied(12);
  const { items } = (await questionList(household, { topic: "a", limit: 1 })).value;
  const [question] = items;
  household.clock.wait(10);
  const recalledKeyPointIds = question?.keyPoints.slice(1).map(({ id }) => id);
  const slip = aReview(household, question?.id ?? "", 1, { recalledKeyPointIds });
  await send(household, slip);
  const missed = async () => (await weakAreasView(household)).areas[0]?.missed;
  expect(await missed()).toHaveLength(3);
  await undoReview(household, { reviewId: slip.id });
  expect(await missed()).toHaveLength(2);
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
    await send(household, aReview(household, id, 1, { recalledKeyPointIds }));
    household.clock.wait(15);
  }
  household.clock.wait(3 * 24 * 60);
  return household;
}
