import type { Besides } from "@/lib/domain/ahead";
import type { Choices } from "@/lib/domain/choices";
import type { Difference } from "@/lib/domain/difference";
import type { MemoryView, Phase } from "@/lib/domain/memory";
import type { OwnWords, ShownText } from "@/lib/domain/own-words";
import type { KeyPoint } from "@/lib/domain/question";
import type { HeldBack, QueueCounts } from "@/lib/domain/queue";
import type { PerRating } from "@/lib/domain/rating";
import type { Went } from "@/lib/domain/session-went";
import type { LearnerSettings, StudyDayRule } from "@/lib/domain/settings";
import type { WhatNext } from "@/lib/domain/what-next";

/** What to study now, in order. */
export type StudyQueue = {
  now: Date;
  /** `YYYY-MM-DD` */
  studyDay: string;
  /** When the study day ends. */
  endOfDay: Date;
  counts: QueueCounts;
  /** What waits besides, and comes up on later days: the day's limits are used up. */
  heldBack: HeldBack;
  items: QueueItem[];
};

export type QueueItem = {
  questionId: string;
  topicPath: string[];
  number: number | null;
  prompt: string;
  state: Phase;
  dueAt: Date | null;
  /** Days, unrounded. */
  intervals: PerRating<number>;
};

/** What a device needs to study without a network. */
export type StudySession = Omit<StudyQueue, "items"> &
  AroundScope & {
    items: SessionQuestion[];
    settings: LearnerSettings & StudyDayRule;
    /** `id` is null for the published weights. */
    parameterSet: { id: string | null; weights: readonly number[] };
  };

/** What is said of a scope besides its questions. */
export type AroundScope = Ahead & {
  /** The topic studied; null for all. */
  topicTitle: string | null;
  /** How many wait outside of what is studied. */
  elsewhere: number;
};

/** A session that was, and how to go on from it now. */
export type SessionSummary = Pick<AroundScope, "topicTitle" | "dueTomorrow"> & {
  startedAt: Date;
  zone: string;
  /** What it was of; null for all that waited. */
  name: string | null;
  next: WhatNext;
  went: Went;
};

/** What comes when nothing waits, and what there is to go on with. */
export type Ahead = Besides & {
  /** When the next seen question comes up, whether it waits already or not; null when none will. */
  nextDueAt: Date | null;
  /** How many come up on the next study day when all of today is done. */
  dueTomorrow: number;
};

export type SessionQuestion = QueueItem &
  RenderedQuestion & {
    /** The topic's address. */
    topic: string;
    /** What is shown: a review says by it what was read, whatever the document says by then. */
    versionId: string;
    keyPoints: KeyPoint[];
    /** What is picked from; null where it offers none, or the document does not say which is right. */
    choices: Choices | null;
    /** Since the last review; null when nothing did. */
    changed: QuestionChange | null;
    /** With what the next interval is computed from besides. */
    memory: MemoryView & { step: number | null; lastStudyDay: number | null };
  };

/** A question's texts as safe HTML, with the learner's own. */
export type RenderedQuestion = {
  promptHtml: string;
  answerHtml: string | null;
  own: OwnWords<ShownText>;
};

/** How prompt and answer differ from what was read at the last review; null where they don't. */
export type QuestionChange = { prompt: Difference[] | null; answer: Difference[] | null };
