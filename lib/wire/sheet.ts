import type { Ink } from "@/lib/domain/ink";
import type { Interview } from "@/lib/domain/interview";
import type { KeyPoint, ListedQuestion } from "@/lib/domain/question";
import type { TopicFigures } from "@/lib/domain/topic";

/** Key points to be printed, a page a topic. */
export type SheetView = {
  /** What recall is told for; null where that is today. */
  interview: Pick<Interview, "title" | "at"> | null;
  topics: SheetTopic[];
  /** Those that are not on it: each has one of its own. */
  others: { path: string; title: string }[];
  zone: string;
};

export type SheetTopic = {
  path: string;
  titles: string[];
  figures: TopicFigures;
  questions: SheetQuestion[];
  /** How many of its questions had no room. */
  beyond: number;
};

export type SheetQuestion = Pick<ListedQuestion, "id" | "prompt"> & {
  ink: Ink;
  /** How likely it would be recalled, in words. */
  recall: string;
  points: Pick<KeyPoint, "id" | "text" | "core" | "lately" | "slipping">[];
};
