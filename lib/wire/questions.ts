import type { MemoryView } from "@/lib/domain/memory";
import type { OwnTextKind, PointsToChoose, ShownText } from "@/lib/domain/own-words";
import type { PointCount } from "@/lib/domain/point-recall";
import type { ListedQuestion, Question } from "@/lib/domain/question";
import type { Rating } from "@/lib/domain/rating";
import type { QuestionChange, RenderedQuestion } from "./session";

export type StoredQuestionView = Question & { memory: MemoryView };

/** Questions, a page at a time. */
export type QuestionList = { items: StoredQuestionView[]; nextCursor: string | null };

/** The questions that neither a document nor the learner answers. */
export type Unanswered = {
  /** In all documents. */
  count: number;
  /** The first of them by topic. */
  questions: ListedQuestion[];
};

/** A question with its memory and its reviews, for its own page. */
export type QuestionView = Omit<StoredQuestionView, "own"> &
  RenderedQuestion & {
    /** Since the last review; null when nothing did. */
    change: QuestionChange | null;
    choices: PointsToChoose;
    reviews: ReviewView[];
    /** Null where nothing tells how they would come. */
    pointsToGive: QuestionPointsView | null;
    /** In its document. */
    beside: { previous: ListedQuestion | null; next: ListedQuestion | null };
    /** When it comes up, limits apart; null when it won't, or was never seen. */
    comesUpAt: Date | null;
    now: Date;
    zone: string;
  };

/** How many of a question's points would be given, and what the one says that is lost most, where one is. */
export type QuestionPointsView = PointCount & { lost: string | null };

/** A review of a question: when and how it was graded, and what that gave. */
export type ReviewView = {
  id: string;
  at: Date;
  rating: Rating;
  /** Where it was given: scheduled, practice, mock. */
  mode: string;
  /** Whether it moves the schedule. */
  counts: boolean;
  undone: boolean;
  /** Days until the question was due again; null where the schedule was left alone. */
  intervalDays: number | null;
  /** Predicted recall just before, 0–1; null at the first review, and 1 on the day of the last one. */
  predictedRecall: number | null;
};

/** A text of the learner's to be previewed. */
export type TextToShow = { questionId: string; markdown: string };

/** The same to be saved, over the one that was seen: when that was saved, null for none. */
export type TextToSave = TextToShow & { kind: OwnTextKind; seenAt: string | null };

/** Why a text was not saved, and, where another stands there by now, that one. */
export type TextRefused = { detail: string; other?: ShownText };

/** What a learner makes of a question's points, and the mark of those that they saw. */
export type PointsToSave = {
  questionId: string;
  mark: string;
  points: { id: string; text: string; core: boolean; hidden: boolean }[];
  added: { text: string; core: boolean }[];
};

/** Why points were not saved, and, where others stand there by now, those. */
export type PointsRefused = { detail: string; others?: PointsToChoose };
