import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { sumOfCounts } from "@/lib/domain/queue";
import { InterviewInput, putInterview } from "@/lib/study/interviews";
import { studySession } from "@/lib/study/session";
import { studyQueue } from "@/lib/study/study-queue";
import { today } from "@/lib/study/today";
import { topicTree } from "@/lib/study/topics";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

/** Forty questions, of which those of Cost matter most, and of History not at all. */
const DOCUMENTS = {
  "content/a.md": aDocument(
    ...Array.from({ length: 40 }, (_, i) => ({
      topic: ["Security", "Cost", "History", "Networks"][i % 4] ?? "",
    })),
  ),
};
const TOPICS = [
  { topic: "cost", importance: 3 },
  { topic: "history", importance: 0 },
];

describe("the day of a plan", () => {
  test("paces what is new to the interview, what matters most first", async () => {
    const household = await prepared();
    const { items, counts, heldBack } = await queueOf(household);
    // 24 November to 4 December: thirty questions on seven days.
    expect(counts).toEqual({ new: 5, learning: 0, review: 0 });
    expect(heldBack).toEqual({ new: 35, review: 0, byPlan: true });
    expect(items.map(({ topicPath }) => topicPath[0])).toEqual(Array(5).fill("Cost"));
  });

  test("fills its minutes with reviews that are not due yet, none twice a day", async () => {
    const household = await prepared();
    const ids = await questionIds(household);
    await send(household, ...ids.slice(0, 8).map((id) => aReview(household, id, 3)));
    household.clock.wait(24 * 60);
    const next = await queueOf(household);
    expect(next.counts).toEqual({ new: 4, learning: 0, review: 8 });
    const [early] = next.items;
    expect(early?.dueAt?.getTime()).toBeGreaterThan(next.endOfDay.getTime());
    await send(household, aReview(household, early?.questionId ?? "", 3));
    const after = await queueOf(household);
    expect(after.counts.review).toBe(7);
    expect(after.items.map(({ questionId }) => questionId)).not.toContain(early?.questionId);
  });

  test("ends when its minutes are spent, but for steps", async () => {
    const household = await prepared({ minutesPerDay: 2 });
    const [first = "", second = ""] = (await queueOf(household)).items.map(
      (item) => item.questionId,
    );
    await send(household, aReview(household, first, 1, { durationMs: 90_000 }));
    await send(household, aReview(household, second, 3, { durationMs: 90_000 }));
    expect((await queueOf(household)).counts).toEqual({ new: 0, learning: 1, review: 0 });
  });

  test("asks nothing on a day off", async () => {
    // 24 November 2026 is a Tuesday.
    const household = await prepared({ days: [1, 3] });
    expect((await queueOf(household)).counts).toEqual({ new: 0, learning: 0, review: 0 });
    household.clock.wait(24 * 60);
    expect((await queueOf(household)).counts.new).toBeGreaterThan(0);
  });

  test("says the same on Today, on Topics, in the queue and in the session", async () => {
    const household = await prepared();
    const ids = await questionIds(household);
    await send(
      household,
      ...ids.slice(4, 20).map((id, i) => aReview(household, id, i % 3 ? 3 : 1)),
    );
    household.clock.wait(3 * 24 * 60);
    for (const grade of [null, 3, 1, 4] as const) {
      const [item] = (await queueOf(household)).items;
      if (grade && item) await send(household, aReview(household, item.questionId, grade));
      household.clock.wait(4);
      const told = await today(household);
      const { counts, heldBack } = await queueOf(household);
      expect(told).toMatchObject({ counts, heldBack });
      for (const { path, counts: ofTopic, heldBack: left } of await topicTree(household)) {
        const session = (await studySession(household, { topic: path, limit: 100 })).value;
        expect(session).toMatchObject({ counts: ofTopic, heldBack: left });
        expect(session.items.length).toBe(
          sumOfCounts(ofTopic) - session.counts.learning + stepsIn(session.items),
        );
        expect(session.elsewhere).toBe(sumOfCounts(counts) - sumOfCounts(ofTopic));
      }
    }
  });

  test("is as it was without an interview, and after it", async () => {
    const household = await prepared();
    expect((await queueOf(household)).counts.new).toBe(5);
    household.clock.wait(20 * 24 * 60);
    expect((await queueOf(household)).counts.new).toBe(20);
  });
});

function stepsIn(items: readonly { state: string }[]): number {
  return items.filter(({ state }) => state.endsWith("learning")).length;
}

async function prepared(changes: object = {}): Promise<Household> {
  const household = await aHousehold(DOCUMENTS);
  const interview = {
    id: v7(),
    title: "Acme",
    at: "2026-12-04T10:00:00Z",
    minutesPerDay: 20,
    days: [1, 2, 3, 4, 5, 6, 7],
    topics: TOPICS,
    ...changes,
  };
  const put = await putInterview(household, InterviewInput.parse(interview));
  if (!put.ok) throw new Error(put.error.detail);
  return household;
}

async function queueOf(household: Household) {
  return (await studyQueue(household, { limit: 100 })).value;
}
