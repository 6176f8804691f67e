import { beforeEach, describe, expect, test } from "vitest";
import { v7 } from "uuid";
import { storedMemory } from "@/lib/db/memories";
import { reviewLog } from "@/lib/db/review-log";
import { replay } from "@/lib/domain/replay";
import { questionById } from "@/lib/study/questions";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { aDocument } from "@/tests/support/markdown";
import { aMerge } from "@/tests/support/merges";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household, takeIn } from "@/tests/support/store";

const DOCUMENTS = {
  "content/a.md": aDocument({ prompt: "What is a route?", answer: "Where packets go." }),
  "content/b.md": aDocument({ prompt: "Tell me of routes.", answer: "They are followed." }),
  "content/c.md": aDocument({ prompt: "And what are hops?", answer: "Steps of a route." }),
};
const A_DAY = 24 * 60;

let household: Household;
let first: string;
let second: string;
let third: string;

beforeEach(async () => {
  household = await aHousehold(DOCUMENTS);
  [first = "", second = "", third = ""] = await questionIds(household);
});

describe("two questions that become one", () => {
  test("have one memory, of the reviews of both in their order", async () => {
    await send(household, aReview(household, first, 3));
    household.clock.wait(2 * A_DAY);
    await send(household, aReview(household, second, 3));
    household.clock.wait(3 * A_DAY);
    await send(household, aReview(household, first, 2));
    await merge(first, second);
    const { memory } = await memoryOf(second);
    expect(memory).toMatchObject({ phase: "review", reps: 3 });
    expect(memory).toEqual(await replayed(second));
    expect(
      await household.database.read.review.groupBy({ by: ["questionId"], _count: true }),
    ).toEqual(
      expect.arrayContaining([
        { questionId: first, _count: 2 },
        { questionId: second, _count: 1 },
      ]),
    );
  });

  test("come up once; the one put away says which it goes on as", async () => {
    await merge(first, second);
    expect(await questionIds(household)).toEqual([second, third]);
    const found = await questionById(household, { id: first });
    expect(found).toMatchObject({ ok: true, value: { id: first, mergedIntoId: second } });
  });

  test("keep what the learner decided about either", async () => {
    await act(first, "suspend");
    await act(first, "flag");
    await act(second, "bury");
    await merge(first, second);
    expect(await memoryOf(second)).toMatchObject({
      suspended: true,
      flagged: true,
      buriedUntil: expect.any(Date),
    });
  });

  test("are forgotten from the later of two fresh starts", async () => {
    await send(household, aReview(household, second, 3));
    household.clock.wait(A_DAY);
    await act(first, "reset");
    household.clock.wait(A_DAY);
    await send(household, aReview(household, first, 3));
    await merge(first, second);
    expect((await memoryOf(second)).memory).toMatchObject({ reps: 1 });
  });

  test("have the notes of both, and the learner's key points", async () => {
    await note(first, "Theirs.");
    await note(second, "Ours.");
    const keyPoint = await ownKeyPoint(first, "Loops are cut");
    await merge(first, second);
    const { read } = household.database;
    const notes = await read.note.findMany({ orderBy: { questionId: "asc" } });
    expect(notes.map(({ questionId, markdown }) => [questionId, markdown])).toEqual([
      [first, "Theirs."],
      [second, "Ours.\n\n---\n\nTheirs."],
    ]);
    const moved = await read.keyPoint.findUnique({ where: { id: keyPoint } });
    expect(moved).toMatchObject({ questionId: second, learnerId: household.learner.id });
  });

  test("are booked with what would undo it", async () => {
    await send(household, aReview(household, first, 3));
    await merge(first, second);
    const [action] = await household.database.read.action.findMany();
    expect(action).toMatchObject({ kind: "merge", questionId: first });
    expect(JSON.parse(action?.detail ?? "")).toMatchObject({
      into: second,
      before: { retiredAt: null },
      own: { memory: { phase: "new" } },
    });
  });

  test("stay one when it is said again, or the other way round", async () => {
    await merge(first, second);
    await merge(first, second);
    await merge(second, first);
    expect(await questionIds(household)).toEqual([second, third]);
  });

  test("become one with a third, wherever each was merged", async () => {
    await send(household, aReview(household, first, 3));
    household.clock.wait(A_DAY);
    await merge(first, second);
    await merge(second, third);
    expect((await memoryOf(third)).memory).toMatchObject({ reps: 1 });
    const rows = await household.database.read.question.findMany({ orderBy: { id: "asc" } });
    expect(rows.map(({ mergedIntoId }) => mergedIntoId)).toEqual([third, third, null]);
  });
});

describe("what arrives late for the question put away", () => {
  test("a review is recorded as sent, and counts for the other", async () => {
    await send(household, aReview(household, second, 3));
    household.clock.wait(2 * A_DAY);
    const review = aReview(household, first, 3);
    await merge(first, second);
    const [result] = await send(household, review);
    expect(result).toMatchObject({
      status: "recorded",
      memory: { reps: 2 },
      meanwhile: { notice: expect.stringContaining("one with another"), countsFor: second },
    });
    const row = await household.database.read.review.findUnique({ where: { id: review.id } });
    expect(row).toMatchObject({ questionId: first, phaseBefore: "review" });
    expect((await memoryOf(second)).memory).toEqual(await replayed(second));
    const [again] = await send(household, review);
    expect(again?.status).toBe("duplicate");
  });

  test("also when they become one between the reading and the writing", async () => {
    const { database } = household;
    const interrupted: Household = {
      ...household,
      database: {
        ...database,
        writePlainly: async (work) => {
          await merge(first, second);
          return database.writePlainly(work);
        },
      },
    };
    const [result] = await send(interrupted, aReview(household, first, 3));
    expect(result?.status).toBe("recorded");
    expect((await memoryOf(second)).memory).toMatchObject({ reps: 1 });
  });

  test("an action is about the other", async () => {
    await merge(first, second);
    const [result] = await act(first, "suspend");
    expect(result).toMatchObject({ status: "recorded", memory: { suspended: true } });
    expect(await memoryOf(second)).toMatchObject({ suspended: true });
  });

  test("a review taken back is taken from the other", async () => {
    const review = aReview(household, first, 3);
    await send(household, review);
    await merge(first, second);
    const undone = await undoReview(household, { reviewId: review.id });
    expect(undone).toMatchObject({ ok: true, value: { memory: { state: "new" } } });
    expect((await memoryOf(second)).memory).toEqual({ phase: "new" });
  });

  test("and not while a newer one of the other stands", async () => {
    const review = aReview(household, first, 3);
    await send(household, review);
    household.clock.wait(1);
    await send(household, aReview(household, second, 3));
    await merge(first, second);
    const undone = await undoReview(household, { reviewId: review.id });
    expect(undone).toMatchObject({ ok: false, error: { kind: "conflict" } });
  });
});

describe("taking the documents in again", () => {
  test("leaves them one, whichever changed", async () => {
    await merge(first, second);
    const { changes } = await takeIn(household, {
      ...DOCUMENTS,
      "content/a.md": `${DOCUMENTS["content/a.md"]}\n`,
      "content/b.md": `${DOCUMENTS["content/b.md"]}\n`,
    });
    expect(changes).toMatchObject({ unchanged: 3, restored: 0, added: 0, asks: [] });
    expect(await questionIds(household)).toEqual([second, third]);
  });

  test("goes on with the copy that is left, when the other document is gone", async () => {
    await send(household, aReview(household, second, 3));
    await merge(first, second);
    const { "content/b.md": _, ...left } = DOCUMENTS;
    const { changes } = await takeIn(household, left);
    expect(changes).toMatchObject({ moved: 1, unchanged: 1, retired: 0 });
    expect(new Set(await questionIds(household))).toEqual(new Set([second, third]));
    const found = await questionById(household, { id: second });
    expect(found).toMatchObject({
      value: { prompt: "What is a route?", document: { path: "content/a.md" } },
    });
  });
});

function merge(from: string, into: string) {
  return aMerge(household, { from, into });
}

async function act(questionId: string, kind: string) {
  const at = household.clock.now().toISOString();
  const { value } = await takeActions(household, { actions: [{ id: v7(), kind, questionId, at }] });
  return value.results;
}

function note(questionId: string, markdown: string) {
  const own = { learnerId: household.learner.id, kind: "note", updatedAt: household.clock.now() };
  return household.database.write((tx) =>
    tx.note.create({ data: { id: v7(), questionId, markdown, ...own } }),
  );
}

async function ownKeyPoint(questionId: string, text: string): Promise<string> {
  const id = v7();
  const own = { learnerId: household.learner.id, position: 0, core: false, extractorVersion: "" };
  await household.database.write((tx) =>
    tx.keyPoint.create({ data: { id, questionId, text, ...own } }),
  );
  return id;
}

function memoryOf(questionId: string) {
  const key = { learnerId: household.learner.id, questionId };
  return storedMemory(household.database.read, key);
}

async function replayed(questionId: string) {
  const key = { learnerId: household.learner.id, questionId };
  const log = await reviewLog(household.database.read, key);
  return replay(log, household.learner.scheduling.weights);
}
