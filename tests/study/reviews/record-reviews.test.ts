import fc from "fast-check";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { storedMemory } from "@/lib/db/memories";
import { reviewLog } from "@/lib/db/review-log";
import { replay } from "@/lib/domain/replay";
import { questionById } from "@/lib/study/questions";
import { recordReviews, ReviewsBody } from "@/lib/study/reviews/record-reviews";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { anyRating, anyScheduling } from "@/tests/support/scheduling";
import { aHousehold, type Household } from "@/tests/support/store";

let household: Household;
let first: string;
let second: string;

beforeEach(async () => {
  household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  [first = "", second = ""] = await questionIds(household);
});

describe("recording a review", () => {
  test("answers the memory that it made", async () => {
    const [result] = await send(household, aReview(household, first, 3));
    expect(result).toMatchObject({
      status: "recorded",
      memory: { state: "review", stability: 2.3065, reps: 1, lapses: 0, retrievability: 1 },
    });
    expect(result?.memory?.dueAt).toEqual(new Date("2026-11-26T19:00:00Z"));
    const { value } = await memoryOf(first);
    expect(value.memory).toEqual(result?.memory);
  });

  test("sent twice it counts once", async () => {
    const review = aReview(household, first, 3);
    const [again, once] = [await send(household, review), await send(household, review)];
    expect([again[0]?.status, once[0]?.status]).toEqual(["recorded", "duplicate"]);
    expect(once[0]?.memory).toEqual(again[0]?.memory);
    expect(await household.database.read.review.count()).toBe(1);
  });

  test("the same id with other content is a conflict, and changes nothing", async () => {
    const review = aReview(household, first, 3);
    await send(household, review);
    const [result] = await send(household, { ...review, rating: 1 });
    expect(result).toMatchObject({ status: "conflict", problem: expect.stringMatching(/other/) });
    expect((await memoryOf(first)).value.memory).toMatchObject({ state: "review", reps: 1 });
  });

  test("each of a batch stands alone, in the order sent", async () => {
    const [good, other] = [aReview(household, first, 3), aReview(household, second, 4)];
    const results = await send(
      household,
      good,
      { ...good, id: "no uuid" },
      aReview(household, "no-such-question", 3),
      { ...good, id: v7(), rating: 5 },
      "junk",
      other,
    );
    expect(results.map(({ status }) => status)).toEqual([
      "recorded",
      "rejected",
      "rejected",
      "rejected",
      "rejected",
      "recorded",
    ]);
    expect(results.map(({ id }) => id).filter((id) => id !== null)).toHaveLength(5);
    expect(results[3]?.problem).toMatch(/^rating: /);
    expect(await household.database.read.review.count()).toBe(2);
  });

  test("key points are stored only when the learner assessed them", async () => {
    const keyPoints = await household.database.read.keyPoint.findMany({
      where: { questionId: first },
    });
    const recalled = keyPoints.slice(0, 1).map(({ id }) => id);
    const [assessed] = await send(
      household,
      aReview(household, first, 3, { recalledKeyPointIds: [...recalled, "unknown"] }),
    );
    await send(household, aReview(household, second, 3, { recalledKeyPointIds: null }));
    expect(assessed).toMatchObject({ status: "recorded" });
    expect(assessed?.problem).toMatch(/unknown/);
    const points = await household.database.read.reviewPoint.findMany();
    expect(points).toHaveLength(keyPoints.length);
    expect(points.filter((point) => point.outcome === "recalled")).toHaveLength(recalled.length);
    const reviews = await household.database.read.review.findMany({ orderBy: { id: "asc" } });
    expect(reviews.map((review) => review.assessed)).toEqual([true, false]);
  });

  test("practice is kept in the log and leaves the schedule alone; a mock counts if the learner says so", async () => {
    await send(household, aReview(household, first, 1, { mode: "practice" }));
    await send(household, aReview(household, first, 1, { mode: "mock" }));
    expect((await memoryOf(first)).value.memory.state).toBe("new");
    await send(household, aReview(household, first, 3, { mode: "mock", counts: true }));
    expect((await memoryOf(first)).value.memory).toMatchObject({ state: "review", reps: 1 });
    const [refused] = await send(household, aReview(household, first, 3, { counts: false }));
    expect(refused?.status).toBe("rejected");
  });

  test("a retired question's review is still recorded", async () => {
    const review = aReview(household, first, 3);
    await household.database.write((tx) =>
      tx.question.update({ where: { id: first }, data: { retiredAt: household.clock.now() } }),
    );
    expect((await send(household, review))[0]).toMatchObject({
      status: "recorded",
      meanwhile: { notice: expect.stringContaining("put away"), countsFor: first },
    });
  });

  test("of one that is as it was, nothing is said", async () => {
    expect((await send(household, aReview(household, first, 3)))[0]?.meanwhile).toBeUndefined();
  });
});

describe("the caller's clock", () => {
  const sentAt = new Date("2026-11-22T19:00:00Z");

  test("two days behind, the batch is shifted by the error", async () => {
    const review = aReview(household, first, 3, { reviewedAt: "2026-11-22T18:50:00.000Z" });
    await recordReviews(household, { sentAt, reviews: [review] });
    const stored = await household.database.read.review.findFirst();
    expect(stored?.saidAt).toEqual(new Date("2026-11-22T18:50:00Z"));
    expect(stored?.countedAt).toEqual(new Date("2026-11-24T18:50:00Z"));
  });

  test("an answer from earlier, sent now, keeps its time", async () => {
    const review = aReview(household, first, 3, { reviewedAt: "2026-11-20T08:00:00.000Z" });
    await recordReviews(household, { sentAt: household.clock.now(), reviews: [review] });
    const stored = await household.database.read.review.findFirst();
    expect(stored?.countedAt).toEqual(new Date("2026-11-20T08:00:00Z"));
  });

  test.each([
    "0001-01-01T00:00:00.000Z",
    "1969-12-31T23:59:59.999Z",
    "2200-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z",
    "+275760-09-13T00:00:00.000Z",
    "-000001-01-01T00:00:00.000Z",
    "2026-02-30T00:00:00.000Z",
    "yesterday",
    "",
    1_764_000_000_000,
  ])(
    "%s is no time of a review: that one is rejected, and its batch goes on",
    async (reviewedAt) => {
      const results = await send(
        household,
        aReview(household, first, 3, { reviewedAt }),
        aReview(household, second, 3),
      );
      expect(results).toMatchObject([
        { status: "rejected", problem: expect.stringMatching(/^reviewedAt: must be /) },
        { status: "recorded" },
      ]);
    },
  );

  test("nor is it the time that a batch was sent at: nothing of that is recorded", () => {
    for (const time of ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "soon"])
      expect(ReviewsBody.safeParse({ sentAt: time, reviews: [{}] }).success).toBe(false);
  });

  test("one that stands at 1970, or far ahead, is put right like any other", async () => {
    for (const [id, years] of [
      [first, "1970-01-01"],
      [second, "2199-01-01"],
    ] as const) {
      const reviewedAt = `${years}T00:10:00.000Z`;
      const sent = {
        sentAt: new Date(`${years}T00:20:00Z`),
        reviews: [aReview(household, id, 3, { reviewedAt })],
      };
      await recordReviews(household, sent);
    }
    const stored = await household.database.read.review.findMany();
    expect(stored.map(({ countedAt }) => countedAt)).toEqual([tenAgo(), tenAgo()]);
    // What no clock can have said is kept where time begins.
    const reviews = [aReview(household, first, 3, { reviewedAt: "1970-01-01T00:00:00.000Z" })];
    await recordReviews(household, { sentAt: new Date("2199-01-01T00:00:00Z"), reviews });
    expect(
      await household.database.read.review.findFirst({ orderBy: { countedAt: "asc" } }),
    ).toMatchObject({ countedAt: new Date(0) });
  });

  test("a time in the future counts as now", async () => {
    await send(household, aReview(household, first, 3, { reviewedAt: "2027-01-01T00:00:00.000Z" }));
    const stored = await household.database.read.review.findFirst();
    expect(stored?.countedAt).toEqual(household.clock.now());
  });
});

describe("taking a review back", () => {
  test("gives the memory before it, and again when it was taken back already", async () => {
    await send(household, aReview(household, first, 3));
    const before = (await memoryOf(first)).value.memory;
    household.clock.wait(5 * 24 * 60);
    const [slip] = await send(household, aReview(household, first, 1));
    for (const _ of ["once", "twice"]) {
      const undone = await undoReview(household, { reviewId: slip?.id ?? "" });
      expect(undone).toMatchObject({
        ok: true,
        value: { memory: { ...before, retrievability: expect.any(Number) } },
      });
    }
    expect(await household.database.read.review.count()).toBe(2);
  });

  test("the first review taken back leaves a question never seen", async () => {
    const [only] = await send(household, aReview(household, first, 4));
    const undone = await undoReview(household, { reviewId: only?.id ?? "" });
    expect(undone).toMatchObject({ ok: true, value: { memory: { state: "new", dueAt: null } } });
    const [next] = await send(household, aReview(household, first, 3));
    expect(next).toMatchObject({ status: "recorded", memory: { state: "review", reps: 1 } });
  });

  test("a newer review stands in the way; an unknown one is not found", async () => {
    const [older] = await send(household, aReview(household, first, 3));
    household.clock.wait(10);
    await send(household, aReview(household, first, 3));
    const refused = await undoReview(household, { reviewId: older?.id ?? "" });
    expect(refused).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect((await memoryOf(first)).value.memory.reps).toBe(2);
    const unknown = await undoReview(household, { reviewId: v7() });
    expect(unknown).toMatchObject({ ok: false, error: { kind: "not-found" } });
  });
});

describe("many at once", () => {
  test("fifty reviews sent five times over are fifty, and two tabs lose nothing", async () => {
    const ids = Array.from({ length: 25 }, () => [first, second]).flat();
    const reviews = ids.map((id, i) => {
      household.clock.wait(1);
      return aReview(household, id, i % 7 === 0 ? 1 : 3);
    });
    const sent = await Promise.all(
      reviews.flatMap((review) => Array.from({ length: 5 }, () => send(household, review))),
    );
    const statuses = sent.flat().map(({ status }) => status);
    expect(statuses.filter((status) => status === "recorded")).toHaveLength(50);
    expect(statuses.filter((status) => status === "duplicate")).toHaveLength(200);
    for (const id of [first, second]) {
      const { memory, log } = await logAndMemory(id);
      expect(memory).toMatchObject({ reps: 25 });
      expect(replay(log, household.learner.scheduling.weights)).toEqual(memory);
    }
  });
});

test("property: the stored memory is what the log replays to, through late, early and undone reviews and changes of settings", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          rating: anyRating,
          // Below 0 the clock is put back.
          waitMinutes: fc.integer({ min: -20_000, max: 60_000 }),
          // How long before now it was answered: late ones come between others.
          agoMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 80_000 })),
          undo: fc.boolean(),
          scheduling: anyScheduling,
        }),
        { minLength: 1, maxLength: 12 },
      ),
      async (steps) => {
        const own = await aHousehold({ "content/a.md": aDocument({}) });
        const [id = ""] = await questionIds(own);
        for (const { rating, waitMinutes, agoMinutes, undo, scheduling } of steps) {
          own.clock.wait(waitMinutes);
          own.learner = {
            ...own.learner,
            scheduling: { ...own.learner.scheduling, ...scheduling },
          };
          const at = new Date(own.clock.now().getTime() - agoMinutes * 60_000);
          const review = aReview(own, id, rating, { reviewedAt: at.toISOString() });
          expect((await send(own, review))[0]?.status).toBe("recorded");
          if (undo) await undoReview(own, { reviewId: review.id });
        }
        const key = { learnerId: own.learner.id, questionId: id };
        const log = await reviewLog(own.database.read, key);
        const { memory } = await storedMemory(own.database.read, key);
        expect(replay(log, own.learner.scheduling.weights)).toEqual(memory);
        const { lastReviewedAt, dueAt, stability } = { ...SEEN, ...memory };
        expect(dueAt.getTime()).toBeGreaterThan(lastReviewedAt.getTime());
        expect(stability).toBeGreaterThan(0);
        await own.database.close();
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

/** A memory that all of a property holds for, in the place of none. */
const SEEN = { lastReviewedAt: new Date(0), dueAt: new Date(1), stability: 1 };

function tenAgo(): Date {
  return new Date(household.clock.now().getTime() - 10 * 60_000);
}

function memoryOf(id: string) {
  return questionById(household, { id }).then((found) => {
    if (!found.ok) throw new Error(found.error.detail);
    return found;
  });
}

async function logAndMemory(questionId: string) {
  const key = { learnerId: household.learner.id, questionId };
  const log = await reviewLog(household.database.read, key);
  return { log, ...(await storedMemory(household.database.read, key)) };
}
