import fc from "fast-check";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { storedMemory } from "@/lib/db/memories";
import type { SeenMemory } from "@/lib/domain/memory";
import type { Rating } from "@/lib/domain/rating";
import { daysUntilRecall, retrievability } from "@/lib/domain/schedule";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { anyRating } from "@/tests/support/scheduling";
import { aHousehold, type Household } from "@/tests/support/store";

const DAY_MS = 86_400_000;
const start = new Date("2026-01-10T12:00:00Z").getTime();

let household: Household;
let question: string;

beforeEach(async () => {
  household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  [question = ""] = await questionIds(household);
});

describe("a forgotten answer that arrives after newer good ones", () => {
  test("brings the question back when it is about to be forgotten, not ten months later", async () => {
    const before = await knownWell();
    await sendOne(1, before.lastReviewedAt.getTime() - 5 * DAY_MS);
    const after = await memoryNow();
    expect(after.stability).toBeLessThan(before.stability / 3);
    expect(after.dueAt.getTime()).toBeLessThan(before.dueAt.getTime());
    expect(recallWhenDue(after)).toBeCloseTo(0.9, 1);
    expect(after.lastReviewedAt).toEqual(before.lastReviewedAt);
  });

  test("also in one batch with them, whatever its order", async () => {
    const days = [0, 9, 45, 150, 148];
    const ratings: Rating[] = [4, 3, 3, 3, 1];
    household.clock.set(new Date(start + 160 * DAY_MS).toISOString());
    await send(household, ...days.map((day, i) => reviewAt(ratings[i] ?? 3, start + day * DAY_MS)));
    expect(recallWhenDue(await memoryNow())).toBeGreaterThan(0.88);
  });

  test("leaves the log as it was, so that taking newer ones back gives the memory before them", async () => {
    const before = await knownWell();
    const slipAt = before.lastReviewedAt.getTime() + 3 * DAY_MS;
    const slip = await sendOne(2, slipAt);
    await sendOne(1, before.lastReviewedAt.getTime() - 5 * DAY_MS);
    await undoReview(household, { reviewId: slip });
    const taken = await memoryNow();
    expect(taken.lastReviewedAt).toEqual(before.lastReviewedAt);
    expect(recallWhenDue(taken)).toBeCloseTo(0.9, 1);
  });

  test("is made good by the next grade, which decides on all of them", async () => {
    await knownWell();
    await sendOne(1, household.clock.now().getTime() - 5 * DAY_MS);
    household.clock.set((await memoryNow()).dueAt.toISOString());
    const [result] = await send(household, aReview(household, question, 3));
    const { dueAt } = await memoryNow();
    expect(result?.memory?.dueAt).toEqual(dueAt);
    expect(dueAt.getTime()).toBeGreaterThan(household.clock.now().getTime() + 5 * DAY_MS);
  });
});

test("a good answer that arrives late doesn't put the question off: it is asked when it was said to be", async () => {
  const before = await knownWell();
  await sendOne(4, before.lastReviewedAt.getTime() - 20 * DAY_MS);
  expect((await memoryNow()).dueAt).toEqual(before.dueAt);
});

test("property: reviews that arrive in any order add up to what they do in their own, and none is due later than its recall allows", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(fc.record({ rating: anyRating, day: fc.integer({ min: 0, max: 300 }) }), {
          minLength: 2,
          maxLength: 7,
        })
        .chain((given) => {
          const inOrder = given.toSorted((a, b) => a.day - b.day).map((one, i) => ({ ...one, i }));
          return fc.tuple(
            fc.constant(inOrder),
            fc.shuffledSubarray(inOrder, { minLength: inOrder.length }),
          );
        }),
      async ([inOrder, arriving]) => {
        const own = await aHousehold({ "content/a.md": aDocument({}, {}) });
        own.clock.set(new Date(start + 301 * DAY_MS).toISOString());
        const { scheduling } = own.learner;
        own.learner = { ...own.learner, scheduling: { ...scheduling, fuzz: false } };
        const [one = "", other = ""] = await questionIds(own);
        const at = (day: number, i: number) => new Date(start + day * DAY_MS + i).toISOString();
        for (const { rating, day, i } of inOrder)
          await send(own, aReview(own, one, rating, { reviewedAt: at(day, i) }));
        for (const { rating, day, i } of arriving)
          await send(own, aReview(own, other, rating, { reviewedAt: at(day, i) }));
        const [ordered, late] = [await memoryOf(own, one), await memoryOf(own, other)];
        const { stability, difficulty, reps, lastReviewedAt } = ordered;
        expect(late).toMatchObject({ stability, difficulty, reps, lastReviewedAt });
        const { desiredRetention, weights } = scheduling;
        const days = daysUntilRecall(desiredRetention, stability, weights);
        const latest = Math.max(ordered.dueAt.getTime(), lastReviewedAt.getTime() + days * DAY_MS);
        expect(late.dueAt.getTime()).toBeLessThanOrEqual(latest);
        await own.database.close();
      },
    ),
    { numRuns: 20 },
  );
});

/** A question answered well four times, each on its due day: then it is due in months. */
async function knownWell(): Promise<SeenMemory> {
  household.clock.set(new Date(start).toISOString());
  for (const rating of [4, 3, 3, 3] as const) {
    await send(household, aReview(household, question, rating));
    household.clock.set((await memoryNow()).dueAt.toISOString());
  }
  const memory = await memoryNow();
  expect(memory.dueAt.getTime() - memory.lastReviewedAt.getTime()).toBeGreaterThan(200 * DAY_MS);
  household.clock.set(new Date(memory.lastReviewedAt.getTime() + 4 * DAY_MS).toISOString());
  return memory;
}

function reviewAt(rating: Rating, time: number) {
  return {
    ...aReview(household, question, rating),
    id: v7(),
    reviewedAt: new Date(time).toISOString(),
  };
}

async function sendOne(rating: Rating, time: number): Promise<string> {
  const review = reviewAt(rating, time);
  expect(await send(household, review)).toMatchObject([{ status: "recorded" }]);
  return review.id;
}

function recallWhenDue(memory: SeenMemory): number {
  const days = Math.round((memory.dueAt.getTime() - memory.lastReviewedAt.getTime()) / DAY_MS);
  const { weights } = household.learner.scheduling;
  return retrievability(memory, memory.lastStudyDay + days, weights);
}

async function memoryNow(): Promise<SeenMemory> {
  return memoryOf(household, question);
}

async function memoryOf({ database, learner }: Household, questionId: string): Promise<SeenMemory> {
  const { memory } = await storedMemory(database.read, { learnerId: learner.id, questionId });
  if (memory.phase === "new") throw new Error("it was reviewed");
  return memory;
}
