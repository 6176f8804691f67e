import { describe, expect, test } from "vitest";
import { studyQueue } from "@/lib/study/study-queue";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

const documents = {
  "content/a.md": aDocument(
    { topic: "Networking › Routing" },
    { topic: "Networking › DNS" },
    { topic: "Networking Basics" },
  ),
};

describe("the queue", () => {
  test("begins with new questions in the order of the document", async () => {
    const household = await aHousehold(documents);
    const queue = await queueOf(household);
    expect(queue.counts).toEqual({ new: 3, learning: 0, review: 0 });
    expect(queue.items.map(({ number, state, dueAt }) => [number, state, dueAt])).toEqual([
      [1, "new", null],
      [2, "new", null],
      [3, "new", null],
    ]);
    expect(queue).toMatchObject({ studyDay: "2026-11-24", now: household.clock.now() });
  });

  test("shows what is due before what is new", async () => {
    const household = await aHousehold(documents);
    const [first = "", second = "", third = ""] = await questionIds(household);
    await send(household, aReview(household, third, 3));
    household.clock.wait(3 * 24 * 60);
    await send(household, aReview(household, second, 1));
    household.clock.wait(11);
    const { items, counts } = await queueOf(household);
    expect(items.map(({ questionId, state }) => [questionId, state])).toEqual([
      [second, "learning"],
      [third, "review"],
      [first, "new"],
    ]);
    expect(counts).toEqual({ new: 1, learning: 1, review: 1 });
  });

  test("a review due this evening is due from the start of the study day", async () => {
    const household = await aHousehold(documents);
    const [first = ""] = await questionIds(household);
    await send(household, aReview(household, first, 3));
    household.clock.set("2026-11-26T03:59:00Z");
    expect((await queueOf(household)).counts.review).toBe(0);
    household.clock.set("2026-11-26T04:00:00Z");
    expect((await queueOf(household)).counts.review).toBe(1);
  });

  test("the intervals are what is then saved", async () => {
    const household = await aHousehold(documents);
    const [item] = (await queueOf(household)).items;
    const [result] = await send(household, aReview(household, item?.questionId ?? "", 4));
    const dueAt = result?.memory?.dueAt ?? new Date(0);
    expect((dueAt.getTime() - household.clock.now().getTime()) / 86_400_000).toBe(
      item?.intervals.easy,
    );
  });

  test("a topic is studied with all below it, and not with one that only begins alike", async () => {
    const household = await aHousehold(documents);
    const topics = async (topic: string) =>
      (await queueOf(household, topic)).items.map(({ topicPath }) => topicPath.join(" › "));
    expect(await topics("networking")).toEqual(["Networking › Routing", "Networking › DNS"]);
    expect(await topics("networking/dns")).toEqual(["Networking › DNS"]);
    expect(await topics("nothing")).toEqual([]);
  });

  test("the day's limits hold, and are back the next day", async () => {
    const household = await aHousehold(documents);
    household.learner.scheduling.newPerDay = 2;
    const [first = ""] = await questionIds(household);
    await send(household, aReview(household, first, 3));
    expect((await queueOf(household)).counts.new).toBe(1);
    expect((await queueOf(household)).items).toHaveLength(1);
    household.clock.wait(24 * 60);
    expect((await queueOf(household)).counts.new).toBe(2);
  });

  test("what the limit leaves over comes up the next day, before what is due then", async () => {
    const household = await aHousehold(documents);
    const [first = "", second = "", third = ""] = await questionIds(household);
    household.learner.scheduling.duePerDay = 2;
    for (const id of [third, first]) await send(household, aReview(household, id, 3));
    household.clock.wait(24 * 60);
    await send(household, aReview(household, second, 3));
    household.clock.wait(2 * 24 * 60);
    household.learner.scheduling.duePerDay = 1;
    const due = async () => (await queueOf(household)).items.map(({ questionId }) => questionId);
    const [oldest = ""] = await due();
    expect(await queueOf(household)).toMatchObject({
      counts: { review: 1 },
      heldBack: { review: 2 },
    });
    await send(household, aReview(household, oldest, 3));
    expect(await due()).toEqual([]);
    household.clock.wait(24 * 60);
    expect([oldest, ...(await due())].toSorted()).toEqual([first, third].toSorted());
  });

  test("a question that was not due takes nothing from the day's limit", async () => {
    const household = await aHousehold(documents);
    const [first = "", second = "", third = ""] = await questionIds(household);
    await send(household, aReview(household, first, 3));
    household.clock.wait(24 * 60);
    await send(household, aReview(household, second, 4), aReview(household, third, 4));
    household.clock.wait(24 * 60);
    household.learner.scheduling.duePerDay = 1;
    await send(household, aReview(household, second, 3), aReview(household, third, 1));
    expect((await queueOf(household)).counts).toEqual({ new: 0, learning: 1, review: 1 });
    await send(household, aReview(household, first, 3));
    expect((await queueOf(household)).counts).toEqual({ new: 0, learning: 1, review: 0 });
  });

  test("what is suspended, buried or retired does not wait", async () => {
    const household = await aHousehold(documents);
    const [first = "", second = "", third = ""] = await questionIds(household);
    const learnerId = household.learner.id;
    const none = { phase: "new", step: 0, reps: 0, lapses: 0, flagged: false, leech: false };
    await household.database.write(async (tx) => {
      await tx.memory.create({
        data: { learnerId, questionId: first, ...none, suspended: true },
      });
      await tx.memory.create({
        data: {
          learnerId,
          questionId: second,
          ...none,
          suspended: false,
          buriedUntil: new Date("2026-11-25T04:00:00Z"),
        },
      });
      await tx.question.update({ where: { id: third }, data: { retiredAt: new Date(0) } });
    });
    expect((await queueOf(household)).items).toEqual([]);
    household.clock.set("2026-11-25T04:00:00Z");
    expect((await queueOf(household)).items.map(({ questionId }) => questionId)).toEqual([second]);
  });
});

describe("within due and within new", () => {
  test("two questions of one topic follow each other only when no other topic has one left", async () => {
    const household = await aHousehold({
      "content/a.md": aDocument(
        { topic: "A" },
        { topic: "A" },
        { topic: "A" },
        { topic: "B" },
        { topic: "C" },
      ),
    });
    const topics = async () =>
      (await queueOf(household)).items.map(({ topicPath }) => topicPath[0]).join("");
    expect(await topics()).toBe("ABACA");
    for (const id of await questionIds(household)) await send(household, aReview(household, id, 3));
    household.clock.wait(2 * 24 * 60);
    expect(await topics()).toBe("ABACA");
  });
});

async function queueOf(household: Household, topic?: string) {
  return (await studyQueue(household, { topic, limit: 20 })).value;
}
