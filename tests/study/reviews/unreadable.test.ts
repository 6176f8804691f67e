import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { questionById } from "@/lib/study/questions";
import { studySession } from "@/lib/study/session";
import { studyQueue } from "@/lib/study/study-queue";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { today } from "@/lib/study/today";
import { topicTree } from "@/lib/study/topics";
import { weakAreasView } from "@/lib/study/weak-areas";
import { newId } from "@/lib/use-case/ids";
import { exported } from "@/tests/support/export";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

/** What another program, or a fault of ours, may leave in a row. */
const UNREADABLE = [
  `"phase" = 'asleep'`,
  `"stability" = NULL`,
  `"stability" = 'NaN'`,
  `"stability" = 9e999`,
  `"difficulty" = -1`,
  `"due" = NULL`,
  `"due" = 'tomorrow'`,
  `"lastStudyDay" = NULL`,
  `"lastReviewedAt" = 'x'`,
  `"step" = 'first'`,
  `"reps" = 'many'`,
];

let household: Household;
let first: string;
let second: string;

beforeEach(async () => {
  household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  [first = "", second = ""] = await questionIds(household);
  await send(household, aReview(household, first, 3), aReview(household, second, 3));
  household.clock.wait(3 * 24 * 60);
});

const said = vi.fn<(sentence: unknown) => void>();
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(said);
});
afterEach(() => said.mockReset());

describe.each(UNREADABLE)("a memory with %s", (damage) => {
  let before: unknown;
  beforeEach(async () => {
    before = (await memoryOf(first)).memory;
    await household.database.write((tx) =>
      tx.$executeRawUnsafe(`UPDATE "Memory" SET ${damage} WHERE "questionId" = '${first}'`),
    );
  });

  test("is read as its reviews say, and stands in no page's way", async () => {
    expect((await memoryOf(first)).memory).toEqual(before);
    await studyQueue(household, { limit: 20 });
    await studySession(household, { limit: 20 });
    await today(household);
    await topicTree(household);
    await weakAreasView(household);
    expect((await exported(household))["memories"]).toHaveLength(2);
  });

  test("is written anew by the next grade, and those behind it are recorded", async () => {
    const reviews = [first, second].map((id) => aReview(household, id, 3));
    const results = await send(household, ...reviews);
    expect(results.map(({ status }) => status)).toEqual(["recorded", "recorded"]);
    expect(results.map(({ memory }) => memory?.reps)).toEqual([2, 2]);
    const [row] = await household.database.read.memory.findMany({ where: { questionId: first } });
    expect(row).toMatchObject({ phase: "review", reps: 2, lastReviewId: reviews[0]?.id });
  });
});

describe("a question whose log can't be read", () => {
  beforeEach(async () => {
    await household.database.write((tx) =>
      tx.$executeRawUnsafe(`UPDATE "Review" SET "dueGiven" = NULL WHERE "questionId" = '${first}'`),
    );
  });

  test("holds up its own late reviews alone: they are to be sent again, the others are recorded", async () => {
    const late = { reviewedAt: "2026-11-20T19:00:00.000Z" };
    const reviews = [
      aReview(household, second, 3),
      aReview(household, first, 3, late),
      aReview(household, second, 1),
    ];
    const results = await send(household, ...reviews);
    expect(results.map(({ id, status }) => [id, status])).toEqual([
      [reviews[0]?.id, "recorded"],
      [reviews[1]?.id, "failed"],
      [reviews[2]?.id, "recorded"],
    ]);
    expect(results[1]?.problem).toMatch(/Send it again/);
    expect(await household.database.read.review.count()).toBe(4);
    expect(said).toHaveBeenCalledExactlyOnceWith(expect.any(Error));
  });

  test("holds up its own undoing alone", async () => {
    const at = household.clock.now().toISOString();
    const [kept] = await send(household, aReview(household, first, 3));
    const results = await takeActions(household, {
      actions: [
        { id: newId(), kind: "undo", reviewId: kept?.id, at },
        { id: newId(), kind: "flag", questionId: second, at },
      ],
    });
    expect(results.value.results.map(({ status }) => status)).toEqual(["failed", "recorded"]);
    expect(await household.database.read.action.count()).toBe(1);
  });
});

test("between two reviews of a batch other work goes on", async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  const all = Array.from({ length: 20 }, (_, i) => {
    const reviewedAt = new Date(household.clock.now().getTime() - i * 60_000).toISOString();
    return aReview(household, first, 3, { reviewedAt });
  });
  const sending = send(household, ...all);
  const beside = send(household, aReview(household, second, 3));
  const order: string[] = [];
  await Promise.all([
    sending.then(() => order.push("batch")),
    beside.then(() => order.push("beside")),
  ]);
  clearInterval(counting);
  expect(order).toEqual(["beside", "batch"]);
  expect(turns).toBeGreaterThan(0);
});

async function memoryOf(id: string) {
  const found = await questionById(household, { id });
  if (!found.ok) throw new Error(found.error.detail);
  return found.value;
}
