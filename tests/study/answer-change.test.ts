import { expect, test } from "vitest";
import { answerChanges } from "@/lib/study/answer-change";
import { studySession } from "@/lib/study/session";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household, takeIn } from "@/tests/support/store";

const PROMPT = "How does a packet leave the VPC?";
const OLD = "Through one NAT gateway in each zone, which is paid by the hour.";
const NEW = "Through one NAT gateway in each region, which is paid by the hour.";

test("an answer corrected after a review is told, with the words that changed", async () => {
  const { household, id } = await studied();
  await correct(household, NEW);
  const changes = await answerChanges(household, [id]);
  expect([...changes.keys()]).toEqual([id]);
  expect(changes.get(id)?.prompt).toBeNull();
  expect(changes.get(id)?.answer).toContainEqual({ kind: "removed", text: "zone" });
  expect(changes.get(id)?.answer).toContainEqual({ kind: "added", text: "region" });
  const { value } = await studySession(household, { limit: 10 });
  expect(value.items.map(({ changed }) => changed)).toEqual([changes.get(id), null]);
});

test("a review of the new answer puts an end to it; taken back, it is told again", async () => {
  const { household, id } = await studied();
  await correct(household, NEW);
  household.clock.wait(1);
  const review = aReview(household, id, 3);
  await send(household, review);
  expect((await answerChanges(household, [id])).size).toBe(0);
  await undoReview(household, { reviewId: review.id });
  expect((await answerChanges(household, [id])).size).toBe(1);
});

test("an answer corrected while its question was being answered is told the next time", async () => {
  const { household, id } = await studied();
  const { value } = await studySession(household, { limit: 10, weakest: false });
  const shown = value.items.find(({ questionId }) => questionId === id);
  await correct(household, NEW);
  household.clock.wait(1);
  await send(household, aReview(household, id, 3, { versionId: shown?.versionId }));
  expect((await answerChanges(household, [id])).get(id)?.answer).not.toBeNull();
});

test("a version that is not the question's own is none", async () => {
  const { household, id, other } = await studied();
  const { value } = await studySession(household, { limit: 10, weakest: false });
  const strange = value.items.find(({ questionId }) => questionId === other)?.versionId;
  await correct(household, NEW);
  household.clock.wait(1);
  for (const versionId of [strange, "none"])
    expect(await send(household, aReview(household, id, 3, { versionId }))).toMatchObject([
      { status: "recorded" },
    ]);
  expect((await answerChanges(household, [id])).size).toBe(0);
});

test("an answer put back as it was read is no change", async () => {
  const { household, id } = await studied();
  await correct(household, NEW);
  household.clock.wait(1);
  await correct(household, OLD);
  expect((await answerChanges(household, [id])).size).toBe(0);
});

test("a question never reviewed has nothing to tell, and no questions have none", async () => {
  const { household, other } = await studied();
  await correct(household, NEW);
  expect((await answerChanges(household, [other])).size).toBe(0);
  expect((await answerChanges(household, [])).size).toBe(0);
});

test("an answer that came or went is told as a whole", async () => {
  const { household, id } = await studied();
  await correct(household, null);
  expect((await answerChanges(household, [id])).get(id)?.answer).toEqual([
    { kind: "removed", text: OLD },
  ]);
});

test("two long texts with nothing in common are told as one for the other", async () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, i) => `${word}${i}`).join(" ");
  const { household, id } = await studied(long("old"));
  await correct(household, long("new"));
  const parts = (await answerChanges(household, [id])).get(id)?.answer;
  expect(parts?.map(({ kind }) => kind)).toEqual(["removed", "added"]);
});

async function studied(answer = OLD) {
  const household = await aHousehold({
    "content/a.md": aDocument({ prompt: PROMPT, answer }, {}),
  });
  const [id = "", other = ""] = await questionIds(household);
  await send(household, aReview(household, id, 1));
  household.clock.wait(15);
  return { household, id, other };
}

async function correct(household: Household, answer: string | null) {
  await takeIn(household, { "content/a.md": aDocument({ prompt: PROMPT, answer }, {}) });
}
