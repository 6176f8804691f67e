import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { ALL_TOPICS, type Mock, mockText } from "@/lib/domain/mock";
import { putInterview, InterviewInput } from "@/lib/study/interviews";
import { beginMock } from "@/lib/study/mock/begin-mock";
import { MockChoice, mockFrom, mockOfScope } from "@/lib/study/mock/mock-query";
import { mockReport, mocksHeld } from "@/lib/study/mock/mock-report";
import { mockRun } from "@/lib/study/mock/mock-run";
import { mockStart } from "@/lib/study/mock/mock-start";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { today } from "@/lib/study/today";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

const ANSWER =
  "It rests on three things.\n\n- **First** thing\n- **Second** thing\n- **Third** thing";
const topics = ["Security › IAM", "Security › Keys", "Cost › Storage", "Cost › Network", "Vim"];
const DOCUMENTS = {
  "content/a.md": aDocument(...topics.map((topic) => ({ topic, answer: ANSWER })), {
    topic: "Vim",
    answer: null,
  }),
};

describe("beginning a mock interview", () => {
  test("draws questions that have an answer and points, with what they stand for, and stores nothing", async () => {
    const household = await aHousehold(DOCUMENTS);
    const mock = await drawn(household, { questions: "5" });
    const ids = await questionIds(household);
    const unanswered = ids.filter((id) => !mock.questions.some((one) => one.id === id));
    expect([mock.questions.length, unanswered.length]).toEqual([5, 1]);
    expect(mock).toMatchObject({ about: "All topics", minutes: 3, way: "say", counts: false });
    expect(mock.of).toEqual({ questions: 5, predicted: 0 });
    const sum = mock.questions.reduce((all, { standsFor }) => all + standsFor, 0);
    expect(sum).toBeCloseTo(1);
    expect(await mocksHeld(household)).toEqual([]);
  });

  test("goes on to a subtopic beside the one that was asked, where it is not asked itself", async () => {
    const household = await aHousehold(DOCUMENTS);
    const { questions } = await drawn(household, { questions: "3" });
    const asked = new Set(questions.map(({ id }) => id));
    for (const { sibling } of questions) expect(asked.has(sibling ?? "")).toBe(false);
    expect(questions.some(({ sibling }) => sibling !== null)).toBe(true);
  });

  test("is of the interview's topics by importance, or of a topic alone, or of all alike", async () => {
    const household = await aHousehold(DOCUMENTS);
    await prepareFor(household, [
      { topic: "vim", importance: 0 },
      { topic: "security", importance: 3 },
    ]);
    const own = await drawn(household, {});
    expect([own.about, own.questions.length, own.of.questions]).toEqual(["Acme", 4, 4]);
    expect((await drawn(household, { topics: ALL_TOPICS })).of.questions).toBe(5);
    const one = await beginMock(household, MockChoice.parse({ topics: "security" }));
    expect(one).toEqual({ kind: "too few", questions: 2 });
  });

  test("leaves out what was graded today, is suspended or put off", async () => {
    const household = await aHousehold(DOCUMENTS);
    const [first = ""] = await questionIds(household);
    await send(household, aReview(household, first, 3));
    expect((await drawn(household, {})).questions.map(({ id }) => id)).not.toContain(first);
    household.clock.set("2026-11-26T19:00:00Z");
    const mock = await drawn(household, {});
    const predicted = mock.questions.find(({ id }) => id === first)?.predicted ?? 0;
    expect(predicted).toBeGreaterThan(0.5);
  });

  test("takes what can't be read of a choice as usual", () => {
    expect(MockChoice.parse({ questions: "99", minutes: "x", way: "sing", counts: "no" })).toEqual({
      questions: 6,
      minutes: 3,
      way: "say",
      counts: false,
      topics: null,
    });
  });
});

test("a mock interview's address says all of it, and junk says none", async () => {
  const household = await aHousehold(DOCUMENTS);
  const mock = await drawn(household, { way: "type", counts: "1" });
  const read = mockOfScope(mockText(mock));
  expect(read?.questions.map(({ id }) => id)).toEqual(mock.questions.map(({ id }) => id));
  expect(read).toMatchObject({ way: "type", counts: true, of: { questions: 5 } });
  expect(mockFrom({ id: "x", questions: "a,b" })).toBeNull();
  expect(mockFrom({})).toBeNull();
});

test("what is asked comes with its answer for the end, without what is scored already", async () => {
  const household = await aHousehold(DOCUMENTS);
  const mock = await drawn(household, {});
  const [first = ""] = mock.questions.map(({ id }) => id);
  await send(household, scored(household, mock, first, 3));
  const { items } = await mockRun(household, mock);
  expect(items.map(({ questionId }) => questionId)).toEqual(
    mock.questions.slice(1).map(({ id }) => id),
  );
  expect(items[0]?.keyPoints).toHaveLength(3);
  expect(items[0]?.answerHtml).toContain("Second");
});

describe("the report", () => {
  test("has each question by topic with what became of its points, and what they would ask next", async () => {
    const household = await aHousehold(DOCUMENTS);
    const mock = await held(household, [3, 1, 2, 2, 1]);
    const report = await mockReport(household, mock.id);
    expect(report).toMatchObject({ scored: 5, questions: 5, counts: false, goesOn: null });
    const all = report?.topics.flatMap(({ items }) => items) ?? [];
    expect(all).toHaveLength(5);
    expect(report?.topics.map(({ title }) => title).toSorted()).toEqual([
      "Cost",
      "Security",
      "Vim",
    ]);
    for (const { points, followUps } of all) {
      expect(points.map(({ outcome }) => outcome)).toEqual(["recalled", "wrong", "missed"]);
      expect(followUps.map(({ because }) => because)[1]).toContain("You did not mention");
    }
    expect(report?.score).toBeCloseTo(1 / 3);
    // Nothing was seen, and a third of each was given.
    expect(report?.estimate?.readiness).toBeCloseTo(1 / 3);
    expect(await mockReport(household, v7())).toBeNull();
  });

  test("of one scored in part measures nothing, and goes on", async () => {
    const household = await aHousehold(DOCUMENTS);
    const mock = await held(household, [3, 1, 2]);
    const report = await mockReport(household, mock.id);
    expect(report).toMatchObject({ scored: 3, questions: 5, estimate: null, together: null });
    expect(report?.goesOn).toContain(mock.id);
  });

  test("stands beside earlier ones of the same, and measures with those of the last month", async () => {
    const household = await aHousehold(DOCUMENTS);
    const before = await held(household, [3, 1, 2, 2, 1]);
    household.clock.set("2026-12-01T19:00:00Z");
    const { id } = await held(household, [3, 3, 3, 3, 3]);
    const report = await mockReport(household, id);
    expect(report?.before?.id).toBe(before.id);
    expect(report?.held.map((one) => one.id)).toEqual([id, before.id]);
    expect(report?.together).toMatchObject({ mocks: 2, probes: 10 });
    household.clock.set("2027-02-01T19:00:00Z");
    const later = await held(household, [3, 3, 3, 3, 3]);
    expect((await mockReport(household, later.id))?.together).toBeNull();
    expect((await mockStart(household)).earlier).toHaveLength(3);
  });

  test("leaves out a grade that was taken back", async () => {
    const household = await aHousehold(DOCUMENTS);
    const mock = await drawn(household, {});
    const [first = ""] = mock.questions.map(({ id }) => id);
    const review = scored(household, mock, first, 3);
    await send(household, review);
    await undoReview(household, { reviewId: review.id });
    expect(await mockReport(household, mock.id)).toBeNull();
    expect((await mockRun(household, mock)).items).toHaveLength(5);
  });
});

describe("the schedule and the day's limits", () => {
  test("are as they were after a mock interview that does not count", async () => {
    const household = await aHousehold(DOCUMENTS);
    const before = await today(household);
    await held(household, [3, 1, 2, 2, 1]);
    const { counts, heldBack, answeredToday, minutes } = await today(household);
    expect({ counts, heldBack, answeredToday, minutes }).toEqual({
      counts: before.counts,
      heldBack: before.heldBack,
      answeredToday: before.answeredToday,
      minutes: before.minutes,
    });
  });

  test("move with one that counts", async () => {
    const household = await aHousehold(DOCUMENTS);
    const before = await today(household);
    await held(household, [4, 4, 4, 4, 4], { counts: "1" });
    const after = await today(household);
    expect(after.answeredToday).toBe(5);
    expect(after.counts.new).toBe(before.counts.new - 5);
  });
});

async function drawn(household: Household, choice: Record<string, unknown>): Promise<Mock> {
  const begun = await beginMock(household, MockChoice.parse(choice));
  if (begun.kind === "too few") throw new Error("Too few questions");
  return begun.mock;
}

/** A mock interview with as many of its questions scored as grades are given. */
async function held(
  household: Household,
  ratings: readonly (1 | 2 | 3 | 4)[],
  choice: Record<string, unknown> = {},
): Promise<Mock> {
  const mock = await drawn(household, choice);
  const { items } = await mockRun(household, mock);
  for (const [i, rating] of ratings.entries()) {
    const { questionId, keyPoints } = items[i] ?? { questionId: "", keyPoints: [] };
    const [first, second] = keyPoints.map(({ id }) => id);
    const marks = { recalledKeyPointIds: [first], wrongKeyPointIds: [second] };
    await send(household, { ...scored(household, mock, questionId, rating), ...marks });
  }
  return mock;
}

function scored(household: Household, mock: Mock, questionId: string, rating: 1 | 2 | 3 | 4) {
  return aReview(household, questionId, rating, {
    mode: "mock",
    counts: mock.counts,
    sessionId: mock.id,
    sessionScope: mockText(mock),
  });
}

async function prepareFor(household: Household, wanted: { topic: string; importance: number }[]) {
  const said = {
    id: v7(),
    title: "Acme",
    at: "2026-12-12T09:00:00Z",
    minutesPerDay: 20,
    days: [1, 2, 3, 4, 5, 6, 7],
    topics: wanted,
    active: true,
    endedAt: null,
  };
  const put = await putInterview(household, InterviewInput.parse(said));
  if (!put.ok) throw new Error(put.error.detail);
}
