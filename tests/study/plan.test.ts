import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { InterviewInput, putInterview } from "@/lib/study/interviews";
import { plan, setPlanOrder } from "@/lib/study/plan";
import { studyQueue } from "@/lib/study/study-queue";
import { today } from "@/lib/study/today";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

const DOCUMENTS = {
  "content/a.md": aDocument(
    ...Array.from({ length: 60 }, (_, i) => ({ topic: i % 2 ? "Security" : "Cost" })),
  ),
};

describe("the plan for an interview", () => {
  test("is told day by day, today as its session has it, and days off empty", async () => {
    const household = await prepared({ days: [1, 2, 3, 4, 5] });
    const ids = await questionIds(household);
    await send(household, ...ids.slice(0, 6).map((id) => aReview(household, id, 3)));
    const { days, sentence } = await planOf(household);
    // 24 November 2026 is a Tuesday; the interview is on Friday 4 December.
    expect(days).toHaveLength(10);
    const { counts, minutes } = await today(household);
    const queue = (await studyQueue(household, { limit: 1 })).value;
    expect(counts).toEqual(queue.counts);
    expect(days[0]).toEqual({
      studyDay: "2026-11-24",
      minutes: minutes.minutes,
      due: counts.review + counts.learning,
      new: counts.new,
    });
    expect(days.filter((day) => day.minutes === 0).map((day) => day.studyDay)).toEqual([
      "2026-11-28",
      "2026-11-29",
    ]);
    expect(sentence).toMatch(
      /^At 20 minutes a day you will recall about \d+\u00a0% of your questions on the 4th/u,
    );
  });

  test("leads to more than as things stand, each with its range, and to the same when asked again", async () => {
    const household = await prepared();
    const told = await planOf(household);
    expect(told.asThingsStand.readiness).toBe(0);
    const { low, readiness, high } = told.reaches;
    expect(0 < low && low < readiness && readiness < high && high <= 1).toBe(true);
    expect(told.leftOut).toEqual([]);
    expect(await planOf(household)).toEqual(told);
  });

  test("says what there is no time for, what matters least first", async () => {
    const topics = [{ topic: "security", importance: 3 }];
    const household = await prepared({ minutesPerDay: 4, topics });
    const { leftOut } = await planOf(household);
    expect(leftOut.map(({ titles }) => titles)).toEqual([["Cost"], ["Security"]]);
  });

  test("puts a day's reviews into the order of when they are due, where that is chosen", async () => {
    const household = await prepared();
    expect((await planOf(household)).order).toBe("gain");
    await setPlanOrder(household, "due");
    expect((await planOf(household)).order).toBe("due");
  });

  test("says on the last two days when to stop", async () => {
    const household = await prepared();
    expect((await planOf(household)).lastMinutes).toEqual([]);
    const [first = ""] = await questionIds(household);
    await send(household, aReview(household, first, 3));
    household.clock.wait(8 * 24 * 60);
    expect((await planOf(household)).lastMinutes[0]).toBeGreaterThan(0);
  });

  test("is not told without an interview", async () => {
    const household = await aHousehold(DOCUMENTS);
    expect(await plan(household, {})).toMatchObject({ error: { kind: "not-found" } });
  });
});

async function planOf(household: Household) {
  const told = await plan(household, {});
  if (!told.ok) throw new Error(told.error.detail);
  return told.value;
}

async function prepared(changes: object = {}): Promise<Household> {
  const household = await aHousehold(DOCUMENTS);
  const interview = {
    id: v7(),
    title: "Acme",
    at: "2026-12-04T10:00:00Z",
    minutesPerDay: 20,
    days: [1, 2, 3, 4, 5, 6, 7],
    topics: [],
    ...changes,
  };
  const put = await putInterview(household, InterviewInput.parse(interview));
  if (!put.ok) throw new Error(put.error.detail);
  return household;
}
