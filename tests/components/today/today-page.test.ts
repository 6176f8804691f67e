import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TodayPage } from "@/components/today/today-page";
import type { Today } from "@/lib/wire/topics";
import { aTopic } from "@/tests/support/topics";

const NOW = new Date("2026-11-24T19:00:00Z");

test("the first visit says how it goes in three lines, and no figures of what was never seen", () => {
  const text = textOf({ topics: [aTopic("a", { unseen: 3 })] });
  expect(text).toContain("20 new");
  for (const word of ["Recite.", "Tick.", "Grade."]) expect(text).toContain(word);
  expect(text).not.toContain("What hurts most?");
  expect(text).not.toContain("recall of");
});

test("Today says what would be recalled, in parts, and how the last weeks went", () => {
  const topics = [aTopic("a", { firm: 2, shaky: 1, unseen: 1, recallSum: 2.6 })];
  const text = textOf({ topics, lastWeeks: [0, 3, 0, 2], answeredToday: 2 });
  expect(text).toContain(
    "What would you recall today?2 firm, 1 shaky, 1 not seen; 65 % recall of all 4.",
  );
  expect(text).toContain("5 answers on 2 days. You have answered 2 times today.");
  expect(text).not.toContain("Recite.");
});

test("what hurts most comes with its cause, what is lost, and a way to what helps", () => {
  const area = {
    path: "a",
    titles: ["A"],
    questions: 4,
    weight: 4,
    loss: 2.44,
    ids: [],
    points: [],
  };
  const areas = [{ ...area, cause: "half-known" as const }];
  const topics = [aTopic("a", { shaky: 4, recallSum: 2 })];
  const text = textOf({ topics, worst: { areas, enough: true } });
  expect(text).toContain("Practise what slips: A half known, 2.4 of 4 lost");
});

test("with an interview ahead it comes first, with what would be recalled on its day", () => {
  const topics = [aTopic("a", { firm: 2, shaky: 2, recallSum: 2.6, spread: 0.6 })];
  const interview = { title: "Acme", at: new Date("2026-12-03T09:00:00Z"), daysLeft: 9 };
  const text = textOf({ topics, interview });
  expect(text).toMatch(
    /^Today · RehearseAcme in 9 days\. You would recall 65 % \(\d+ to \d+\)\.20 new/,
  );
  expect(text).toContain("What would you recall on Thursday 3 December?");
});

function textOf(changes: Partial<Today>): string {
  const today: Today = {
    ready: true,
    counts: { new: 20, learning: 0, review: 0 },
    heldBack: { new: 0, review: 0 },
    minutes: { minutes: 20, answers: 0 },
    answeredToday: 0,
    interview: null,
    lastWeeks: [],
    nextDueAt: null,
    dueTomorrow: 0,
    early: 0,
    practicable: 0,
    topics: [],
    worst: { areas: [], enough: false },
    now: NOW,
    zone: "UTC",
    ...changes,
  };
  const html = renderToStaticMarkup(createElement(TodayPage, today));
  return html.replaceAll(/<[^>]*>/g, "").replaceAll(/\u00a0|&nbsp;/g, " ");
}
