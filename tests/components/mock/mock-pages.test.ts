import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MockClock } from "@/components/mock/mock-clock";
import { MockReportPage } from "@/components/mock/mock-report-page";
import { MockStartPage } from "@/components/mock/mock-start-page";
import { MockTooFew } from "@/components/mock/mock-too-few";
import { followUps } from "@/lib/domain/mock-follow-ups";
import type { MockPoint } from "@/lib/domain/mock-score";
import type { MockReport, MockScored } from "@/lib/wire/mock";

const POINTS: MockPoint[] = [
  { text: "Leases end by themselves", core: true, outcome: "recalled" },
  { text: "Fencing: an old leader writes after failover", core: false, outcome: "missed" },
  { text: "Clocks", core: false, outcome: "wrong" },
];

const SCORED: MockScored = {
  questionId: "q",
  prompt: "Why a **lease**?",
  topicPath: ["Systems", "Locks"],
  rating: 2,
  durationMs: 205_000,
  points: POINTS,
  followUps: followUps(POINTS),
  sibling: { id: "s", number: null, prompt: "What is a quorum?", topicPath: ["Systems", "Quorum"] },
};

const HELD = {
  id: "m",
  startedAt: new Date("2026-11-28T18:00:00Z"),
  about: "Acme, platform",
  scored: 6,
  questions: 6,
  score: 0.5,
  estimate: { readiness: 0.58, low: 0.41, high: 0.75, probes: 6, more: 22 },
};

const REPORT: MockReport = {
  ...HELD,
  zone: "UTC",
  counts: false,
  minutes: 3,
  of: { questions: 245, predicted: 0.63 },
  topics: [{ title: "Systems", items: [SCORED] }],
  together: null,
  before: null,
  held: [HELD],
  goesOn: null,
};

describe("the report's page", () => {
  test("names what was given, missed and said wrongly, how long it took, and what they would ask next", () => {
    const text = textOf(createElement(MockReportPage, REPORT));
    expect(text).toContain("1 of 3 points, 50 % of what was asked");
    expect(text).toContain("between 41 % and 75 %");
    expect(text).toContain("Locks, Hard, 3:25, 0:25 over");
    expect(text).toMatch(/Clocks.*said wrongly/);
    expect(text).toContain("What breaks first? You did not mention “Fencing”.");
    expect(text).toContain("What is a quorum? From Quorum, beside it.");
    expect(text).toContain("Go over what was missed");
  });

  test("of a part says what is missing, and leads on; of none marked that its grades speak", () => {
    const items = [{ ...SCORED, points: [], followUps: [], sibling: null, rating: 3 as const }];
    const text = textOf(
      createElement(MockReportPage, {
        ...REPORT,
        scored: 1,
        score: 1,
        estimate: null,
        topics: [{ title: "Systems", items }],
        goesOn: "/interview/mock/run?id=m",
      }),
    );
    expect(text).toContain("1 of 6 are scored");
    expect(text).not.toContain("nine times in ten");
    expect(text).toContain("Go on scoring");
    expect(text).toContain("its grade speaks for it");
    expect(text).not.toContain("Go over what was missed");
  });
});

describe("the page where one begins", () => {
  const START = {
    interview: "Acme, platform",
    topics: [{ path: "systems", title: "Systems", questions: 9 }],
    questions: 9,
    earlier: [HELD],
    zone: "UTC",
  };

  test("offers the interview's topics first, and lists what was held", () => {
    const text = textOf(createElement(MockStartPage, START));
    expect(text).toContain("Those of Acme, platform, by importance All topics alike Systems");
    expect(text).toContain("28 Nov 2026, 18:00 Acme, platform, 6 questions 50 % 58 %, 41 to 75");
    const without = textOf(
      createElement(MockStartPage, { ...START, interview: null, earlier: [] }),
    );
    expect(without).not.toContain("by importance");
    expect(without).not.toContain("Earlier ones");
  });

  test("says what is missing where there are too few questions, in all or of some topics", () => {
    expect(textOf(createElement(MockStartPage, { ...START, questions: 1 }))).toContain(
      "there is 1.",
    );
    expect(textOf(createElement(MockTooFew, { questions: 2 }))).toContain(
      "2 questions of these topics can be asked",
    );
  });
});

test("the clock says what is used, and then in words by how much it is over", () => {
  const clock = (spentMs: number) =>
    textOf(createElement(MockClock, { spentMs, limitMs: 180_000 }));
  expect(clock(65_000)).toBe("1:05 of 3:00");
  expect(clock(130_000)).toBe("2:10 of 3:00 One minute left.");
  expect(clock(185_000)).toBe("0:05 over The time is over. Come to an end.");
});

function textOf(element: Parameters<typeof renderToStaticMarkup>[0]): string {
  return renderToStaticMarkup(element)
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<\/?(?:strong|span)[^>]*>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim();
}
