import { describe, expect, test } from "vitest";
import { lastMinutesText } from "@/lib/domain/last-minutes";
import { gapText } from "@/lib/domain/plan-gaps";
import { moreMinutes, planSentence } from "@/lib/domain/plan-sentence";

const TRIED = [
  { minutes: 20, readiness: 0.74 },
  { minutes: 30, readiness: 0.86 },
  { minutes: 40, readiness: 0.9 },
];

describe("the sentence of a plan", () => {
  test("says what the minutes reach, and how many more reach the next aim", () => {
    expect(planSentence(TRIED, "Security", "on the 12th")).toBe(
      "At 20 minutes a day you will recall about 74\u00a0% of Security on the 12th; 10 more minutes a day make it 85\u00a0%.",
    );
  });

  test("says what the most that was tried reaches, where no aim is in reach", () => {
    const tried = [
      { minutes: 1, readiness: 0.1 },
      { minutes: 2, readiness: 0.2 },
    ];
    expect(planSentence(tried, "your questions", "on the 12th")).toContain(
      "At 1 minute a day you will recall about 10\u00a0% of your questions on the 12th; 1 more minute a day makes it 20\u00a0%.",
    );
  });

  test("names no more minutes where they change little", () => {
    expect(
      moreMinutes([
        { minutes: 20, readiness: 0.95 },
        { minutes: 60, readiness: 0.96 },
      ]),
    ).toBe(null);
    expect(moreMinutes([])).toBe(null);
  });
});

test("planned gaps are told beside what experiments found best", () => {
  expect(gapText({ betweenDays: 2, leftDays: 7 })).toContain("29\u00a0% of that");
  expect(gapText({ betweenDays: 2, leftDays: 7 })).toContain("these gaps are like that");
  expect(gapText({ betweenDays: 1, leftDays: 21 })).toContain("closer together");
  expect(gapText({ betweenDays: 9, leftDays: 9 })).toContain("wider");
});

describe("on the last two days", () => {
  test("it says what the next minutes gain, and when to stop", () => {
    expect(lastMinutesText([0.12, 0.07, 0.04])).toBe(
      "A review in the next ten minutes makes its question about 12 points likelier to be recalled. After 20 minutes it is less than 5: sleep is worth more then.",
    );
    expect(lastMinutesText([0.12, 0.07])).toContain("keep a night's sleep all the same");
  });

  test("it says to sleep where more gains little", () => {
    expect(lastMinutesText([0.04, 0])).toContain("Sleep is worth more now.");
  });
});
