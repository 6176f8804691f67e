import type { ListedQuestion } from "@/lib/domain/question";

/** What a search found, the best first, a page at a time. */
export type SearchResults = {
  items: FoundQuestion[];
  nextCursor: string | null;
  /** How many were found, up to a thousand. */
  found: number;
  /** Questions whose texts changed and are yet to be read: what they say is not found before. */
  unread: number;
};

export type FoundQuestion = Omit<ListedQuestion, "id"> & {
  questionId: string;
  /** Where it says what was searched for, or most of it. */
  found: FoundIn;
  /** The passage as safe HTML: text, and what was found in `mark`. */
  excerptHtml: string;
};

export type FoundIn = "prompt" | "answer" | "keyPoint" | "note";
