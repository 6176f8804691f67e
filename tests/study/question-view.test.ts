import { v7 } from "uuid";
import { expect, test } from "vitest";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { questionView } from "@/lib/study/question-view";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold } from "@/tests/support/store";

test("a question shows its reviews newest first: what each gave, and what was predicted", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}) });
  const [id = ""] = await questionIds(household);
  await send(household, aReview(household, id, 3));
  household.clock.set("2026-11-30T19:00:00Z");
  const practice = aReview(household, id, 2, { mode: "practice" });
  await send(household, practice, aReview(household, id, 1));
  const undone = aReview(household, id, 4);
  household.clock.wait(1);
  await send(household, { ...undone, reviewedAt: household.clock.now().toISOString() });
  await undoReview(household, { reviewId: undone.id });

  const view = await questionView(household, { id });
  const reviews = view.ok ? view.value.reviews : [];
  expect(reviews.map(({ rating, counts, undone: back }) => [rating, counts, back])).toEqual([
    [4, true, true],
    [1, true, false],
    [2, false, false],
    [3, true, false],
  ]);
  const [, again, practised, first] = reviews;
  expect(first).toMatchObject({ intervalDays: 2, predictedRecall: null });
  expect(again?.predictedRecall).toBeCloseTo(0.83, 1);
  expect(again?.intervalDays).toBeCloseTo(10 / (24 * 60), 5);
  expect(practised?.intervalDays).toBeNull();
});

test("a question says when it comes up: with its study day, and not while it is put away", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}) });
  const [id = ""] = await questionIds(household);
  const comesUpAt = async () => {
    const view = await questionView(household, { id });
    return view.ok ? view.value.comesUpAt : null;
  };
  expect(await comesUpAt()).toBeNull();
  await send(household, aReview(household, id, 3));
  expect(await comesUpAt()).toEqual(new Date("2026-11-26T04:00:00Z"));
  const at = household.clock.now().toISOString();
  await takeActions(household, { actions: [{ id: v7(), kind: "suspend", questionId: id, at }] });
  expect(await comesUpAt()).toBeNull();
});
