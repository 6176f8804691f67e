import type { OwnText, OwnWords } from "./own-words";
import type { PointHistory } from "./point-history";

/** Characters: laying out takes some 8 ms for a thousand, and a second is the most that it is given. */
export const LONGEST_ANSWER = 100_000;

/** A point that a good answer makes, as the learner has it: reworded, starred or added; and how it went. */
export type KeyPoint = PointHistory & {
  id: string;
  text: string;
  section: string | null;
  core: boolean;
  /** Where in the document's answer the place begins that it summarises, and where it ends. */
  start: number | null;
  end: number | null;
};

/** A question as it is shown: prompt and answer are Markdown. */
export type Question = {
  id: string;
  number: number | null;
  /** Titles from the topmost topic down. */
  topicPath: string[];
  /** The topic's address: `security/iam`. */
  topic: string;
  /** Which version of it this prompt and answer are. */
  versionId: string;
  prompt: string;
  /** Null when the document has none. */
  answer: string | null;
  own: OwnWords<OwnText>;
  keyPoints: KeyPoint[];
  tags: string[];
  difficulty: string | null;
  document: { id: string; path: string };
  line: number;
  retiredAt: Date | null;
  /** The question that this one goes on as, since both were found to be the same. */
  mergedIntoId: string | null;
};

/** A question as a list names it: without its answer, which is long. */
export type ListedQuestion = Pick<Question, "id" | "number" | "prompt" | "topicPath">;
