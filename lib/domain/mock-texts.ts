import { counted } from "./counted";
import { ENOUGH_PROBES, type MockEstimate } from "./mock-estimate";

/** A share in whole percent: `64 %`. */
export function shareText(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** What was measured, with its 90 % range: `58 %, 41 to 75`. */
export function rangeText({ readiness, low, high }: MockEstimate): string {
  return `${shareText(readiness)}, ${Math.round(low * 100)} to ${Math.round(high * 100)}`;
}

/** What several mock interviews measured together. */
export type Together = MockEstimate & { mocks: number };

type Measured = {
  estimate: MockEstimate | null;
  together: Together | null;
  /** How many were scored, of how many asked. */
  scored: number;
  questions: number;
  /** How many could have been asked, and what the model said of them, 0–1. */
  of: { questions: number; predicted: number };
};

/** What a mock interview says of all that could have been asked, and what would make it say more. */
export function measuredText(report: Measured): string[] {
  const { estimate, together, scored, questions, of } = report;
  const all = counted(of.questions, "question");
  if (!estimate && scored < questions)
    return [
      `${scored} of ${questions} are scored: what you would give of all ${all} is measured when all of them are.`,
    ];
  if (!estimate)
    return [
      `${scored} of ${ENOUGH_PROBES} questions at the least: too few to say what you would give of all ${all}.`,
    ];
  const { more } = together ?? estimate;
  return [
    `Of all ${all} that could have been asked you would have given ${aboutText(estimate)}.`,
    `That rests on ${estimate.probes} asked cold, and on what was predicted of all: ${shareText(of.predicted)} on average.`,
    ...(together
      ? [
          `With the ${together.mocks === 2 ? "one" : together.mocks - 1} before it of the last 30 days, ${together.probes} questions: ${aboutText(together)}.`,
        ]
      : []),
    more === 0
      ? "More questions would narrow it to less than 10 points either way."
      : `${counted(more, "more question")} like these would narrow it to 10 points either way.`,
  ];
}

function aboutText({ readiness, low, high }: MockEstimate): string {
  return `about ${shareText(readiness)}: between ${shareText(low)} and ${shareText(high)}, nine times in ten`;
}

type Held = { score: number | null; estimate: MockEstimate | null };

/** A mock interview beside an earlier one about the same, no better or worse than both ranges say. */
export function comparedText(now: Held, before: Held & { when: string }): string | null {
  if (now.score === null || before.score === null) return null;
  const given = `You gave ${shareText(now.score)} of what was asked, and ${shareText(before.score)} on ${before.when}.`;
  if (!now.estimate || !before.estimate) return given;
  if (now.estimate.low > before.estimate.high) return `${given} Better: the two ranges are apart.`;
  if (now.estimate.high < before.estimate.low) return `${given} Worse: the two ranges are apart.`;
  return `${given} The questions were others and the ranges overlap: too early to say better or worse.`;
}
