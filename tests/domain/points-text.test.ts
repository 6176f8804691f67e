import { expect, test } from "vitest";
import { pointsOfQuestionText, pointsText } from "@/lib/domain/points-text";
import { figures } from "@/tests/support/topics";

const POINTS = { expected: 41.3, of: 62 };

test("how many points would be given comes with what it rests on, and of what matters alone", () => {
  const told = figures({ points: POINTS, pointReviews: 120 });
  expect(pointsText(told)).toBe(
    "You would give about 41 of 62 key points, by your ticks in 120 reviews.",
  );
  const some = { ...told.weighed, weight: 4, points: { expected: 5.6, of: 8 } };
  expect(pointsText({ ...told, weighed: some })).toContain("about 6 of 8 key points");
});

test("before points were ticked in ten reviews, how many would come is not said", () => {
  expect(pointsText(figures({ points: POINTS, pointReviews: 3 }))).toMatch(/3 of 10 reviews\.$/);
});

test("of a question it is said which point is lost", () => {
  const six = { expected: 5.6, of: 8 };
  expect(pointsOfQuestionText({ ...six, lost: "Fencing" })).toBe(
    "You would give about 6 of its 8 points; the one you lose: “Fencing”.",
  );
  expect(pointsOfQuestionText({ ...six, lost: null })).toBe(
    "You would give about 6 of its 8 points.",
  );
});
