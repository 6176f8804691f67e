import fc from "fast-check";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { questionList } from "@/lib/study/questions";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { type SessionQuery, studySession } from "@/lib/study/session";
import { today } from "@/lib/study/today";
import { exported } from "@/tests/support/export";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { anyRating } from "@/tests/support/scheduling";
import { aHousehold, type Household, prepared } from "@/tests/support/store";

const DAY_MIN = 24 * 60;
const ANSWER =
  "It rests on three things.\n\n- **First** thing\n- **Second** thing\n- **Third** thing";
const documents = {
  "content/a.md": aDocument(
    { topic: "A" },
    { topic: "A › B", answer: ANSWER },
    { topic: "C" },
    { topic: "C" },
  ),
};

describe("practice", () => {
  test("is of a topic with all below it, due or not, the least recalled first and what is new last", async () => {
    const { household, ids } = await studied();
    const [first = "", second = "", third = "", fourth = ""] = ids;
    expect(await asked(household, { mode: "practice" })).toEqual([third, second, first, fourth]);
    expect(await asked(household, { mode: "practice", topic: "a" })).toEqual([second, first]);
    const { value } = await studySession(household, { mode: "practice", limit: 1 });
    expect([value.counts, value.items.length]).toEqual([{ new: 1, learning: 1, review: 2 }, 1]);
  });

  test("of everything leaves out what is put away; what is named comes whatever it is", async () => {
    const { household, ids } = await studied();
    const [first = "", second = ""] = ids;
    await act(household, first, "suspend");
    await act(household, second, "bury");
    expect(await asked(household, { mode: "practice" })).toEqual(ids.slice(2));
    const questions = [first, "unknown"];
    expect(await asked(household, { mode: "practice", questions })).toEqual([first]);
  });

  test("goes on after what its own session has answered, but for what was taken back", async () => {
    const { household, ids } = await studied();
    const [first = "", second = ""] = ids;
    const session = { mode: "practice", sessionId: v7() } as const;
    const [one, two] = [
      aReview(household, second, 1, session),
      aReview(household, first, 3, session),
    ];
    await send(household, one, two);
    const next = { mode: "practice", topic: "a", notIn: session.sessionId } as const;
    expect(await asked(household, next)).toEqual([]);
    await undoReview(household, { reviewId: two.id });
    expect(await asked(household, next)).toEqual([first]);
  });

  test("is of what was missed in a session: graded Again, or a point of it", async () => {
    const { household, ids } = await studied();
    const [first = "", second = "", third = "", fourth = ""] = ids;
    const inSession = { sessionId: v7(), mode: "practice" };
    await send(
      household,
      aReview(household, first, 1, inSession),
      aReview(household, second, 3, { ...inSession, recalledKeyPointIds: [] }),
      aReview(household, third, 2, inSession),
      aReview(household, fourth, 1),
    );
    const missed = { mode: "practice", missedIn: inSession.sessionId } as const;
    expect((await asked(household, missed)).toSorted()).toEqual([first, second].toSorted());
    expect(await asked(household, { mode: "practice", missedIn: v7() })).toEqual([]);
  });

  test("is of what a search finds, whatever its state", async () => {
    const { household, ids } = await studied();
    const [, second = "", third = "", fourth = ""] = ids;
    await act(household, third, "suspend");
    expect(await asked(household, { mode: "practice", q: "is:suspended" })).toEqual([third]);
    expect(await asked(household, { mode: "practice", q: "three things" })).toEqual([second]);
    const within = { mode: "practice", q: "topic:c is:new", topic: "c" } as const;
    expect(await asked(household, within)).toEqual([fourth]);
    expect(await asked(household, { ...within, topic: "a" })).toEqual([]);
  });

  test("keeps what was missed, and the session's kind and scope", async () => {
    const { household, ids } = await studied();
    const sessionId = v7();
    const said = { sessionId, sessionScope: "mode=practice&topic=a" };
    await send(
      household,
      aReview(household, ids[0] ?? "", 2, { ...said, mode: "practice", recalledKeyPointIds: [] }),
      aReview(household, ids[1] ?? "", 2, { sessionId: v7(), sessionScope: "mode=ahead" }),
    );
    const { reviews } = await exported(household);
    const practised = reviews.find((review) => review["sessionId"] === sessionId);
    expect(practised).toMatchObject({ mode: "practice", counts: false, assessed: true });
    const kept = await household.database.read.session.findMany({
      select: { kind: true, scope: true },
      orderBy: { kind: "asc" },
    });
    expect(kept).toEqual([
      { kind: "ahead", scope: "mode=ahead" },
      { kind: "practice", scope: "mode=practice&topic=a" },
    ]);
  });

  test("stands in the way of no undo, and can be taken back itself", async () => {
    const { household, ids } = await studied();
    const real = aReview(household, ids[3] ?? "", 3);
    await send(household, real);
    household.clock.wait(1);
    const practised = aReview(household, ids[3] ?? "", 1, { mode: "practice" });
    await send(household, practised);
    expect(await undoReview(household, { reviewId: real.id })).toMatchObject({
      value: { memory: { state: "new" } },
    });
    expect((await undoReview(household, { reviewId: practised.id })).ok).toBe(true);
  });
});

test("ahead is what was seen and not graded today, the soonest due first; its reviews count", async () => {
  const { household, ids } = await studied();
  const [first = "", second = "", third = ""] = ids;
  expect(await asked(household, { mode: "ahead" })).toEqual([second, third, first]);
  await send(household, aReview(household, first, 3));
  expect(await asked(household, { mode: "ahead", limit: 1 })).toEqual([second]);
  expect(await asked(household, { mode: "ahead" })).toEqual([second, third]);
  expect((await today(household)).answeredToday).toBe(1);
});

test("property: practice moves no schedule and takes nothing from the day's limits", async () => {
  const copy = await prepared(documents, async (household) => void (await study(household)));
  const deeds = fc.array(
    fc.record({
      question: fc.nat({ max: 3 }),
      rating: anyRating,
      isPractice: fc.boolean(),
      undone: fc.nat({ max: 4 }).map((n) => n === 0),
    }),
    { minLength: 2, maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(deeds, async (given) => {
      const { household: withPractice } = await copy();
      const { household: without } = await copy();
      for (const deed of given) {
        await live(withPractice, deed);
        if (!deed.isPractice) await live(without, deed);
        else without.clock.wait(3);
      }
      expect(await schedule(withPractice)).toEqual(await schedule(without));
    }),
    { numRuns: 8 },
  );
});

type Deed = { question: number; rating: 1 | 2 | 3 | 4; isPractice: boolean; undone: boolean };

async function live(household: Household, { question, rating, isPractice, undone }: Deed) {
  household.clock.wait(3);
  const ids = await questionIds(household);
  const mode = isPractice ? "practice" : "scheduled";
  const review = aReview(household, ids[question] ?? "", rating, { mode });
  await send(household, review);
  if (undone) await undoReview(household, { reviewId: review.id });
}

/** All that the schedule and the day's limits say. */
async function schedule(household: Household) {
  const { items } = (await questionList(household, { limit: 200 })).value;
  const { value: session } = await studySession(household, { limit: 10 });
  const { counts, heldBack, answeredToday, nextDueAt, dueTomorrow } = await today(household);
  return {
    memories: items.map(({ memory }) => memory),
    asked: session.items.map(({ questionId }) => questionId),
    today: { counts, heldBack, answeredToday, nextDueAt, dueTomorrow },
  };
}

/** Three of four questions seen: the first recalled well, the second badly, the third put to learning later. */
async function studied(): Promise<{ household: Household; ids: string[] }> {
  const household = await aHousehold(documents);
  return { household, ids: await study(household) };
}

async function study(household: Household): Promise<string[]> {
  household.learner.scheduling.newPerDay = 4;
  const ids = await questionIds(household);
  const [first = "", second = "", third = ""] = ids;
  await send(household, aReview(household, first, 4), aReview(household, second, 3));
  household.clock.wait(2 * DAY_MIN);
  await send(household, aReview(household, third, 1));
  household.clock.wait(DAY_MIN);
  return ids;
}

async function asked(household: Household, query: Partial<SessionQuery>): Promise<string[]> {
  const { value } = await studySession(household, { limit: 50, ...query });
  return value.items.map(({ questionId }) => questionId);
}

async function act(household: Household, questionId: string, kind: "suspend" | "bury") {
  const at = household.clock.now().toISOString();
  await takeActions(household, { actions: [{ id: v7(), kind, questionId, at }] });
}
