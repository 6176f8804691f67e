/** What waits for an answer: `more` follow those shown. */
export type OpenAsks = {
  missing: AskedMissing[];
  ofTwo: AskedOfTwo[];
  pairs: AskedPair[];
  more: number;
};

/** How much is shown: `each` has every duplicate by itself. */
export type AsksShown = "few" | "all" | "each";

/** Questions that a run found missing and kept, by the document that they were in. */
export type AskedMissing = {
  id: string;
  questions: number;
  /** The first of them, and how many more there are. */
  documents: { path: string; questions: number }[];
  moreDocuments: number;
};

/** Duplicates in the same two documents, to be answered at once by the ask of one of them. */
export type AskedOfTwo = {
  id: string;
  paths: [string, string];
  count: number;
  /** The first lines of some of their prompts. */
  prompts: string[];
};

/**
 * `same`: the second may be the first, changed. `part`: the first may have gone into the second.
 * `duplicate`: they stand in two documents.
 */
export type AskedPair = {
  id: string;
  kind: "same" | "part" | "duplicate";
  questions: [AskedQuestion, AskedQuestion];
};

/** One of two questions that may be the same. */
export type AskedQuestion = {
  id: string;
  promptHtml: string;
  answerHtml: string | null;
  path: string;
  line: number;
  reviews: number;
  inUse: boolean;
};

/** Two questions that were made one, for the learner to take back. */
export type MergeView = {
  ask: string;
  at: Date;
  /** The one that is put away, and the one that it counts for: their prompts' first lines. */
  from: string;
  into: string;
  intoId: string;
};

/** A merge, and how many others were decided at once with it. */
export type RecentMerge = MergeView & { others: number };
