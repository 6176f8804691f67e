import type { Mock } from "@/lib/domain/mock";
import type { MockEstimate } from "@/lib/domain/mock-estimate";
import type { Together } from "@/lib/domain/mock-texts";
import type { FollowUp } from "@/lib/domain/mock-follow-ups";
import type { MockPoint } from "@/lib/domain/mock-score";
import type { ListedQuestion, KeyPoint } from "@/lib/domain/question";
import type { Rating } from "@/lib/domain/rating";
import type { RenderedQuestion } from "./session";

/** What there is to choose before a mock interview, and those that were held. */
export type MockStart = {
  /** What the interview that is prepared for is called; null for none. */
  interview: string | null;
  topics: { path: string; title: string; questions: number }[];
  /** How many questions are answered and could be asked some day. */
  questions: number;
  earlier: MockHeld[];
  zone: string;
};

/** A mock interview that was held. */
export type MockHeld = {
  id: string;
  startedAt: Date;
  about: string;
  /** How many were scored, of how many. */
  scored: number;
  questions: number;
  /** The mean of what was given of each, 0–1; null where nothing is scored. */
  score: number | null;
  estimate: MockEstimate | null;
};

/** A mock interview to be held: its questions, with their answers for the end. */
export type MockRun = {
  mock: Mock;
  /** What is kept with its session. */
  scope: string;
  items: MockItem[];
};

export type MockItem = RenderedQuestion & {
  questionId: string;
  topicPath: string[];
  versionId: string;
  prompt: string;
  keyPoints: KeyPoint[];
  sibling: ListedQuestion | null;
};

/** A mock interview as it was scored. */
export type MockReport = MockHeld & {
  zone: string;
  counts: boolean;
  minutes: number;
  /** How many could have been asked, and the share of them that was predicted, 0–1. */
  of: Mock["of"];
  topics: { title: string; items: MockScored[] }[];
  /** What it measures with those about the same of the month before; null where there are none. */
  together: Together | null;
  /** The one before it about the same, if any. */
  before: MockHeld | null;
  /** All that were held, the newest first. */
  held: MockHeld[];
  /** How many more of its questions are not scored, and where that goes on; null where all are. */
  goesOn: string | null;
};

/** A question as it was scored. */
export type MockScored = {
  questionId: string;
  prompt: string;
  topicPath: string[];
  rating: Rating;
  durationMs: number;
  points: MockPoint[];
  followUps: FollowUp[];
  sibling: ListedQuestion | null;
};
