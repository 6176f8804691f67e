import type { MemoryView } from "@/lib/domain/memory";
import type { Rating } from "@/lib/domain/rating";
import type { Way } from "@/lib/domain/way";

/** A review as a session sends it. */
export type SentReview = {
  id: string;
  questionId: string;
  versionId: string;
  rating: Rating;
  reviewedAt: string;
  durationMs: number;
  mode: "scheduled" | "practice" | "mock";
  /** Of a mock interview: whether it moves the schedule, as the learner chose before it. */
  counts?: boolean;
  recalledKeyPointIds: string[] | null;
  wrongKeyPointIds: string[] | null;
  /** What the marks spoke for; null where nothing was marked. */
  proposedRating: Rating | null;
  /** What of the answer was seen before recall ended. */
  cues: "none" | "sections";
  way: Way;
  /** Who said how it went; absent where nobody was asked. */
  examiner?: "self";
  /** What a typed answer seemed to cover, whatever the learner made of it; null for another way. */
  suggestedKeyPointIds: string[] | null;
  sessionId: string;
  /** What the session is of, as an address says it. */
  sessionScope: string;
};

/** What a learner does about a question besides grading it, as a page sends it. */
export type SentAction = { id: string; at: string } & (
  | { kind: "suspend" | "resume" | "bury" | "flag" | "reset" | "asked"; questionId: string }
  | { kind: "undo"; reviewId: string }
  | { kind: "undo"; actionId: string }
);

/** What became of each item of a batch, in the order sent. */
export type BatchResults = { results: ItemResult[] };

/**
 * What became of one item of a batch. `failed` is neither taken nor refused: it is to be sent again.
 * `memory` is the question's after it.
 */
export type ItemResult = {
  id: string | null;
  status: "recorded" | "duplicate" | "conflict" | "rejected" | "failed";
  memory?: MemoryView;
  problem?: string;
  /** Where the question was put away or made one with another since it was shown. */
  meanwhile?: Meanwhile;
};

/** What the learner is told of a question, and the one that its review counts for now. */
export type Meanwhile = { notice: string; countsFor: string };
