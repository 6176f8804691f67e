import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { UndoBody, undoReview } from "@/lib/study/reviews/undo-review";
import { type ExportedReview, exported } from "@/tests/support/export";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

const ANSWER = `- **Route tables**: the longest prefix that matches wins over all others.
- **Gateways**: an internet gateway is attached to the network as a whole.
- **Endpoints**: a gateway endpoint keeps traffic to S3 within the network.`;

let household: Household;
let first: string;
let second: string;

beforeEach(async () => {
  household = await aHousehold({ "content/a.md": aDocument({ answer: ANSWER }, {}) });
  [first = "", second = ""] = await questionIds(household);
});

test("what else it says is kept as sent, and comes out with the export", async () => {
  const [a = "", b = "", c = ""] = await pointsOf(first);
  const said = {
    recalledKeyPointIds: [a],
    wrongKeyPointIds: [b],
    suggestedKeyPointIds: [c, a],
    proposedRating: 2,
    way: "type",
    cues: "sections",
    examiner: "partner",
  };
  const [result] = await send(household, aReview(household, first, 3, said));
  expect(result).toEqual(expect.objectContaining({ status: "recorded" }));
  expect(result?.problem).toBeUndefined();
  const [review] = (await exported(household)).reviews;
  expect(review).toMatchObject(said);
  expect(outcomes(review)).toEqual({ [a]: "recalled", [b]: "wrong", [c]: "missed" });
});

test("what it doesn't say is not known, and nothing is made of it", async () => {
  await send(household, aReview(household, first, 3, { wrongKeyPointIds: null }));
  const [review] = (await exported(household)).reviews;
  expect(review).toMatchObject({
    recalledKeyPointIds: null,
    wrongKeyPointIds: null,
    suggestedKeyPointIds: null,
    proposedRating: null,
    way: null,
    cues: null,
    examiner: null,
    points: [],
  });
});

test("a suggestion is kept where the learner assessed nothing, and is no assessment", async () => {
  const [a = ""] = await pointsOf(first);
  await send(household, aReview(household, first, 3, { suggestedKeyPointIds: [a] }));
  await send(household, aReview(household, second, 3, { suggestedKeyPointIds: [] }));
  const { reviews } = await exported(household);
  expect(reviews.map((review) => review["suggestedKeyPointIds"])).toEqual([[a], []]);
  expect(reviews.map(({ points }) => points)).toEqual([[], []]);
});

test("a point that was put away before it is not missed, one put away since is", async () => {
  const [a = "", b = "", c = ""] = await pointsOf(first);
  const retire = (id: string, retiredAt: Date) =>
    household.database.write((tx) => tx.keyPoint.update({ where: { id }, data: { retiredAt } }));
  await retire(a, household.clock.now());
  const review = aReview(household, first, 3, { recalledKeyPointIds: [c] });
  household.clock.wait(1);
  await retire(b, household.clock.now());
  await send(household, review);
  const [kept] = (await exported(household)).reviews;
  expect(outcomes(kept)).toEqual({ [b]: "missed", [c]: "recalled" });
});

test.each([
  ["proposedRating", 5, "must be 1, 2, 3 or 4"],
  ["way", "sing", "must be one of think, type, say, pick"],
  ["cues", "all", "must be one of none, sections, points"],
  ["examiner", "nobody", "must be one of self, partner, agent"],
])("a %s of %s is refused in a sentence", async (name, value, sentence) => {
  const [result] = await send(household, aReview(household, first, 3, { [name]: value }));
  expect(result).toMatchObject({ status: "rejected", problem: `${name}: ${sentence}` });
  expect(await household.database.read.review.count()).toBe(0);
});

test("a point that is recalled and said wrongly at once is refused", async () => {
  const [a = ""] = await pointsOf(first);
  const both = { recalledKeyPointIds: [a], wrongKeyPointIds: [a] };
  const [result] = await send(household, aReview(household, first, 3, both));
  expect(result).toMatchObject({
    status: "rejected",
    problem: "wrongKeyPointIds: a point can't be recalled and said wrongly at once",
  });
});

test.each([
  ["wrongKeyPointIds", []],
  ["suggestedKeyPointIds", []],
  ["proposedRating", 3],
  ["way", "say"],
  ["cues", "none"],
  ["examiner", "self"],
])("the same id with another %s is a conflict", async (name, value) => {
  const review = aReview(household, first, 3);
  const [once, again] = await send(household, review, { ...review, [name]: value });
  expect([once?.status, again?.status]).toEqual(["recorded", "conflict"]);
  const same = await send(household, { ...review, [name]: null });
  expect(same[0]?.status).toBe("duplicate");
});

test("the order of its points changes nothing of it", async () => {
  const points = await pointsOf(first);
  const review = aReview(household, first, 3, { suggestedKeyPointIds: points });
  const turned = { ...review, suggestedKeyPointIds: points.toReversed() };
  const [once, again] = await send(household, review, turned);
  expect([once?.status, again?.status]).toEqual(["recorded", "duplicate"]);
});

test("one that was recorded before there was more to say is known again", async () => {
  const review = { ...SENT_EARLIER, questionId: first };
  await send(household, review);
  const hash = createHash("sha256")
    .update(
      `["2026-11-24T18:00:00.000Z",null,[["durationMs",42000],["mode","scheduled"],["questionId","${first}"],["rating",3]]]`,
    )
    .digest("hex");
  expect(await household.database.read.review.findFirst()).toMatchObject({ contentHash: hash });
});

test("the same id in capitals is the same", async () => {
  const sessionId = v7();
  const review = aReview(household, first, 3, { sessionId });
  const loud = {
    ...review,
    id: review.id.toUpperCase(),
    questionId: first.toUpperCase(),
    sessionId: sessionId.toUpperCase(),
  };
  const [once, again] = [await send(household, loud), await send(household, review)];
  expect([once[0]?.status, again[0]?.status]).toEqual(["recorded", "duplicate"]);
  const undone = await undoReview(household, UndoBody.parse({ reviewId: loud.id }));
  expect(undone.ok).toBe(true);
});

const SENT_EARLIER = {
  id: "01936000-0000-7000-8000-000000000000",
  rating: 3,
  reviewedAt: "2026-11-24T18:00:00.000Z",
  durationMs: 42_000,
  mode: "scheduled",
};

/** The ids of a question's key points, in order. */
async function pointsOf(questionId: string): Promise<string[]> {
  const rows = await household.database.read.keyPoint.findMany({
    where: { questionId },
    orderBy: { position: "asc" },
  });
  return rows.map(({ id }) => id);
}

function outcomes(review: ExportedReview | undefined) {
  return Object.fromEntries(
    (review?.points ?? []).map(({ keyPointId, outcome }) => [keyPointId, outcome]),
  );
}
