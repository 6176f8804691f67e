/** How a mock interview is answered. */
export const MOCK_WAYS = ["say", "type"] as const;
export type MockWay = (typeof MOCK_WAYS)[number];

/** How many questions it may have, and how many minutes each. */
export const MOCK_BOUNDS = {
  questions: { min: 3, max: 12, usual: 6 },
  minutes: { min: 1, max: 15, usual: 3 },
} as const;

/** A question of a mock interview, as it was drawn. */
export type MockQuestion = {
  id: string;
  /** The share of its points that would be given on the day, as predicted, 0–1; 0 where it was never seen. */
  predicted: number;
  /** For what part of all that could have been asked it speaks, 0–1, by importance and chance. */
  standsFor: number;
  /** One of a subtopic beside its own, that they would go on to; null where there is none. */
  sibling: string | null;
};

/** A mock interview as it was drawn: all of it is in its address, and nothing of it stored before a grade is. */
export type Mock = {
  id: string;
  /** What it is about, in words: an interview's title, a topic's, or all of them. */
  about: string;
  minutes: number;
  way: MockWay;
  /** Whether its grades count as reviews. */
  counts: boolean;
  questions: readonly MockQuestion[];
  /** How many could have been asked, and the share predicted of them on average, by importance. */
  of: { questions: number; predicted: number };
};

/** Chosen for all topics alike, whatever an interview says of them. */
export const ALL_TOPICS = "*";

/** Where mock interviews begin, and where earlier ones are listed. */
export const MOCK_START = "/interview/mock";

/** Where one is held. */
export function mockAddress(mock: Mock): string {
  return `${MOCK_START}/run?${mockText(mock)}`;
}

/** Where its report is. */
export function mockReportAddress(id: string): string {
  return `${MOCK_START}/${id}`;
}

/** A mock interview in words that an address can hold; kept with its session. */
export function mockText({ id, about, minutes, way, counts, questions, of }: Mock): string {
  const list = (one: (question: MockQuestion) => string) => questions.map(one).join(",");
  return new URLSearchParams({
    id,
    about,
    minutes: String(minutes),
    way,
    ...(counts && { counts: "1" }),
    questions: list((question) => question.id),
    predicted: list(({ predicted }) => decimals(predicted)),
    standsFor: list(({ standsFor }) => decimals(standsFor)),
    siblings: list(({ sibling }) => sibling ?? ""),
    of: String(of.questions),
    mean: decimals(of.predicted),
  }).toString();
}

/** Four decimals: more say nothing. */
function decimals(share: number): string {
  return String(Math.round(share * 10_000) / 10_000);
}
