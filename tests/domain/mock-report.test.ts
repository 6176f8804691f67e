import { describe, expect, test } from "vitest";
import { clockText, overText, tookText } from "@/lib/domain/mock-clock";
import { followUps, shortPoint } from "@/lib/domain/mock-follow-ups";
import { mockMarkdown } from "@/lib/domain/mock-markdown";
import { type MockPoint, mockScore, pointsText } from "@/lib/domain/mock-score";
import { comparedText, measuredText } from "@/lib/domain/mock-texts";
import type { PointOutcome } from "@/lib/domain/point-history";

const point = (text: string, outcome: PointOutcome, core = false): MockPoint => ({
  text,
  outcome,
  core,
});

describe("a question's score", () => {
  test("is the share of its points, core ones counted double, what was wrong as nothing", () => {
    const points = [point("a", "recalled", true), point("b", "missed"), point("c", "wrong")];
    expect(mockScore({ rating: 2, points })).toBe(0.5);
    expect(pointsText([{ rating: 2, points }])).toBe("1 of 3 points");
  });

  test("is its grade where no point was marked", () => {
    expect(([1, 2, 3, 4] as const).map((rating) => mockScore({ rating, points: [] }))).toEqual([
      0, 0.5, 1, 1,
    ]);
    expect(pointsText([{ rating: 3, points: [] }])).toBeNull();
  });
});

describe("follow-ups", () => {
  test("ask after what was said wrongly first, then after core points, two at the most", () => {
    const points = [
      point("Fencing: an old leader must not write after failover", "missed", true),
      point("Costs follow the data that crosses zones", "missed"),
      point("Quorum", "wrong"),
      point("Leases", "recalled"),
    ];
    expect(followUps(points)).toEqual([
      { asks: "Are you sure?", because: "Look again at what you said of “Quorum”." },
      { asks: "What breaks first?", because: "You did not mention “Fencing”." },
    ]);
    expect(followUps(points.slice(1, 2))).toEqual([
      {
        asks: "What does that cost?",
        because: "You did not mention “Costs follow the data that crosses zones”.",
      },
    ]);
    expect(followUps([point("Leases", "recalled")])).toEqual([]);
  });

  test("name a point by what it begins with", () => {
    expect(shortPoint("Least privilege: only what is required")).toBe("Least privilege");
    expect(shortPoint("One two three four five six seven eight nine ten eleven")).toBe(
      "One two three four five six seven eight nine …",
    );
  });
});

test("a clock says what is used, and by how much it is over", () => {
  expect(clockText(65_400)).toBe("1:05");
  expect(overText(205_000, 180_000)).toBe("0:25 over");
  expect(tookText(160_000, 180_000)).toBe("2:40 of 3:00");
  expect(tookText(205_000, 180_000)).toBe("3:25, 0:25 over");
});

describe("what a report says", () => {
  const of = { questions: 245, predicted: 0.63 };
  const estimate = { readiness: 0.58, low: 0.41, high: 0.75, probes: 6, more: 22 };
  const whole = { estimate, scored: 6, questions: 6, of, together: null };

  test("is a range, what it rests on, and what would narrow it", () => {
    const said = measuredText(whole).join(" ").replaceAll("\u00a0", " ");
    expect(said).toContain("58 %: between 41 % and 75 %");
    expect(said).toContain("6 asked cold");
    expect(said).toContain("22 more questions");
  });

  test("counts earlier ones in, and then says what is left of both", () => {
    const both = { readiness: 0.6, low: 0.5, high: 0.7, probes: 18, more: 4 };
    const said = measuredText({ ...whole, together: { ...both, mocks: 3 } })
      .join(" ")
      .replaceAll("\u00a0", " ");
    expect(said).toContain("60 %: between 50 % and 70 %");
    expect(said).toContain("4 more questions");
    expect(said).not.toContain("22 more");
  });

  test("is no range where some are not scored, or too few", () => {
    const some = measuredText({ ...whole, estimate: null, scored: 4 });
    expect(some).toEqual([expect.stringContaining("when all of them are")]);
    const few = measuredText({ ...whole, estimate: null, scored: 2, questions: 2 });
    expect(few).toEqual([expect.stringContaining("too few to say")]);
  });

  test("is no better or worse than both ranges allow", () => {
    const before = { score: 0.4, estimate, when: "21 November 2026" };
    const apart = { readiness: 0.9, low: 0.8, high: 1, probes: 6, more: 22 };
    expect(comparedText({ score: 0.5, estimate }, before)).toContain("too early to say");
    expect(comparedText({ score: 0.9, estimate: apart }, before)).toContain("Better");
    expect(
      comparedText({ ...before, estimate }, { ...before, score: 0.9, estimate: apart }),
    ).toContain("Worse");
  });

  test("is copied as Markdown, by topic and by point", () => {
    const points = [
      point("Alpha", "recalled", true),
      point("Beta", "wrong"),
      point("Gamma", "missed"),
    ];
    const text = mockMarkdown({
      title: "Mock interview, 28 Nov 2026, 18:00",
      measured: ["A sentence."],
      minutes: 3,
      topics: [
        {
          title: "Security",
          items: [
            {
              prompt: "**Why** a lease?",
              rating: 2,
              points,
              durationMs: 100_000,
              followUps: followUps(points),
            },
          ],
        },
      ],
    });
    expect(text).toBe(`# Mock interview, 28 Nov 2026, 18:00

A sentence.

## Security

### Why a lease?

Hard, 1 of 3 points, 1:40 of 3:00.

- [x] Alpha (core)
- [ ] Beta: said wrongly
- [ ] Gamma: missed

They would ask next:

- Are you sure? Look again at what you said of “Beta”.
- What would be missing without it? You did not mention “Gamma”.
`);
  });
});
