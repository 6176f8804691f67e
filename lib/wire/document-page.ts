import type { Ink } from "@/lib/domain/ink";
import type { Interview } from "@/lib/domain/interview";
import type { PointOutcome } from "@/lib/domain/point-history";
import type { TopicFigures } from "@/lib/domain/topic";

/** A document as a page that is read: some of its questions, in its order, and what else it holds. */
export type DocumentPageView = {
  id: string;
  title: string;
  path: string;
  retiredAt: Date | null;
  /** What it holds in all, topic by topic as they come. */
  contents: DocumentPart[];
  /** The questions of this page, under their topics. */
  parts: (Pick<DocumentPart, "topic" | "titles"> & { questions: InkedQuestion[] })[];
  /** Which page this is of how many, from 1; both 0 where it holds nothing. */
  page: number;
  pages: number;
  /** Of all of them. */
  figures: TopicFigures;
  /** What recall is told for; null where that is today. */
  interview: Pick<Interview, "title" | "at"> | null;
  zone: string;
};

/** Questions of a topic that follow each other in a document. */
export type DocumentPart = {
  topic: string;
  titles: string[];
  /** The ink of each. */
  inks: Ink[];
  figures: TopicFigures;
  /** The first of them. */
  first: string;
};

/** A question as its document's page shows it. */
export type InkedQuestion = {
  id: string;
  number: number | null;
  promptHtml: string;
  /** The document's answer, its passages inked; else the learner's own. Null where there is none. */
  answerHtml: string | null;
  ink: Ink;
  /** How likely it would be recalled, in words. */
  recall: string;
  /** Points that have no place in the answer. */
  points: { id: string; text: string; lately: PointOutcome[]; slipping: boolean }[];
};
