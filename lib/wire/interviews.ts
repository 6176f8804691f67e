import type { Importance, Interview } from "@/lib/domain/interview";
import type { Readiness } from "@/lib/domain/readiness";
import type { Json } from "./json";

/** The learner's interviews, the latest first. */
export type InterviewList = { items: Interview[] };

/** An interview as it is sent: what is absent is as it was, and of a new one as it usually is. */
export type SentInterview = Json<Omit<Interview, "id" | "topics" | "active" | "endedAt">> &
  Partial<Json<Pick<Interview, "topics" | "active" | "endedAt">>>;

/** How much would be recalled at a time, of everything and of each topic, each before those in it. */
export type ReadinessView = { at: Date } & Told & { topics: TopicReadiness[] };

export type TopicReadiness = { topic: string; title: string; importance: Importance } & Told;

/** Null where nothing can be told: no questions, or all of them graded on that day. */
type Told = { questions: number; seen: number } & (Readiness | { [Key in keyof Readiness]: null });
