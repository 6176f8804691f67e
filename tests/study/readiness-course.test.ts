import { v7 } from "uuid";
import { expect, test } from "vitest";
import { looksBack } from "@/lib/domain/course";
import { InterviewInput, interviews, putInterview } from "@/lib/study/interviews";
import { readiness } from "@/lib/study/readiness";
import { readinessCourse } from "@/lib/study/readiness-course";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold } from "@/tests/support/store";

const A_DAY = 24 * 60;

test("readiness in the days before is what was told of them then, the interview's day as ever", async () => {
  const household = await aHousehold({
    "content/a.md": aDocument({ topic: "A" }, { topic: "A › B" }, { topic: "C" }, { topic: "C" }),
  });
  const said = {
    id: v7(),
    title: "Acme",
    at: "2026-12-20T09:00:00Z",
    minutesPerDay: 20,
    days: [1],
    topics: [
      { topic: "a/b", importance: 3 },
      { topic: "c", importance: 2 },
    ],
  };
  await putInterview(household, InterviewInput.parse(said));
  const [first = "", second = "", third = "", fourth = ""] = await questionIds(household);
  const toldThen: (number | null)[] = [];
  const days = [
    [aReview(household, first, 3), aReview(household, fourth, 4)],
    [aReview(household, second, 1)],
    [],
    [aReview(household, first, 1), aReview(household, third, 2)],
  ];
  for (const reviews of days) {
    const today = reviews.map((review) => ({
      ...review,
      reviewedAt: household.clock.now().toISOString(),
    }));
    if (today.length > 0) await send(household, ...today);
    const told = await readiness(household, {});
    toldThen.push(told.ok ? told.value.readiness : null);
    household.clock.wait(A_DAY);
  }
  const taken = aReview(household, second, 4);
  await send(household, taken);
  await undoReview(household, { reviewId: taken.id });

  const [interview] = (await interviews(household)).value.items;
  const course = interview && (await readinessCourse(household, interview));
  expect(course?.map((day) => day.studyDay)).toEqual([20_781, 20_782, 20_783, 20_784]);
  for (const [i, { readiness: then }] of (course ?? []).entries())
    expect(then).toBeCloseTo(toldThen[i] ?? -1, 9);
});

test("a question that was started over was not known before, and one put away is not told of", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  const [first = "", second = ""] = await questionIds(household);
  await send(household, aReview(household, first, 3), aReview(household, second, 3));
  household.clock.wait(A_DAY);
  const act = (kind: string, questionId: string) => ({
    id: v7(),
    kind,
    questionId,
    at: household.clock.now().toISOString(),
  });
  await takeActions(household, { actions: [act("suspend", first), act("reset", second)] });
  const said = {
    id: v7(),
    title: "Acme",
    at: "2026-12-20T09:00:00Z",
    minutesPerDay: 20,
    days: [1],
  };
  const put = await putInterview(household, InterviewInput.parse(said));
  expect(put.ok && (await readinessCourse(household, put.value))).toEqual([
    { studyDay: 20_781, readiness: 0 },
  ]);
});

test("a course looks back by weeks, and by days where it began less than two weeks ago", () => {
  expect(looksBack(100, 100)).toEqual([]);
  expect(looksBack(97, 100)).toEqual([97, 98, 99]);
  expect(looksBack(70, 100)).toEqual([72, 79, 86, 93]);
  expect(looksBack(0, 365)).toHaveLength(10);
});
