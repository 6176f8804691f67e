import type { Asked } from "@/lib/domain/debrief";
import type { Importance, Interview, TopicImportance } from "@/lib/domain/interview";
import type { PointCount } from "@/lib/domain/point-recall";
import type { Readiness } from "@/lib/domain/readiness";
import type { TopicNode } from "@/lib/domain/topic";
import type { Json } from "./json";
import type { FoundQuestion } from "./search";

/** The learner's interviews, the latest first. */
export type InterviewList = { items: Interview[] };

/** An interview as it is sent: what is absent is as it was, and of a new one as it usually is. */
export type SentInterview = Json<Omit<Interview, "id" | "topics" | "active" | "endedAt">> &
  Partial<Json<Pick<Interview, "topics" | "active" | "endedAt">>>;

/** How much would be recalled at a time, of everything and of each topic, each before those in it. */
export type ReadinessView = { at: Date } & Told & { topics: TopicReadiness[] };

export type TopicReadiness = { topic: string; title: string; importance: Importance } & Told;

/** Null where nothing can be told: no questions, or all of them graded on that day. */
type Told = { questions: number; seen: number; points: PointCount } & (
  Readiness | { [Key in keyof Readiness]: null }
);

/** The fields of an interview's form, but for its topics. */
export type InterviewFields = {
  title: string;
  date: string;
  time: string;
  minutesPerDay: string;
  days: number[];
};

/** Why nothing was saved of it. */
export type InterviewRefused = {
  detail: string;
  faults: Partial<Record<keyof InterviewFields, string>>;
};

/** The form of an interview, new or known. */
export type InterviewFormView = {
  id: string;
  isNew: boolean;
  fields: InterviewFields;
  topics: AskedTopic[];
};

/** A topic in the form: how much it is said to matter; null for as the one around it. */
export type AskedTopic = {
  path: string;
  title: string;
  questions: number;
  importance: Importance | null;
  children: AskedTopic[];
};

/** What is prepared for, and how it stands. */
export type InterviewView = {
  ahead: InterviewAhead | null;
  /** Those that are not prepared for: over, or others to come; the latest first. */
  others: Interview[];
  now: Date;
  zone: string;
};

export type InterviewAhead = {
  interview: Interview;
  daysLeft: number;
  topics: TopicNode[];
};

/** What was asked in an interview, and what was looked for to add. */
export type DebriefView = {
  interview: Interview;
  asked: Asked[];
  typed: string;
  found: FoundQuestion[];
  /** How much topics shall matter for the next round. */
  next: TopicImportance[];
  /** Of the topics named there, by path. */
  titles: Map<string, string[]>;
  zone: string;
};
