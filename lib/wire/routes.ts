import type { AskedScope } from "@/lib/domain/study-scope";
import type { Interview } from "@/lib/domain/interview";
import type { MemoryView } from "@/lib/domain/memory";
import type { PlanView } from "./plan";
import type { QuestionList, StoredQuestionView } from "./questions";
import type { InterviewList, ReadinessView, SentInterview } from "./interviews";
import type { BatchResults, SentAction, SentReview } from "./reviews";
import type { SearchResults } from "./search";
import type { StudyQueue, StudySession } from "./session";
import type { WeakAreas } from "./weak-areas";
import type {
  PreviewedQuestions,
  Received,
  UploadPreview,
  UploadReport,
  UploadState,
} from "./uploads";

/**
 * Every route that answers JSON: what it takes, with the parts of its address in brackets, and what
 * it answers when all went well.
 */
export type Routes = {
  "GET /api/weak-areas": { takes: Nothing; answers: WeakAreas };
  "GET /api/health": { takes: Nothing; answers: Health };
  "GET /api/queue": { takes: OfScope & AtMost; answers: StudyQueue };
  "GET /api/session": { takes: AskedScope & NotIn & AtMost; answers: StudySession };
  "GET /api/questions": {
    takes: { topic?: string; cursor?: string } & AtMost;
    answers: QuestionList;
  };
  "GET /api/questions/[id]": { takes: Named; answers: StoredQuestionView };
  "GET /api/search": { takes: { q?: string; cursor?: string } & AtMost; answers: SearchResults };
  "GET /api/interviews": { takes: Nothing; answers: InterviewList };
  "PUT /api/interviews/[id]": { takes: Named & SentInterview; answers: Interview };
  "DELETE /api/interviews/[id]": { takes: Named; answers: Named };
  "GET /api/readiness": { takes: { at?: string; interview?: string }; answers: ReadinessView };
  "GET /api/plan": { takes: Nothing; answers: PlanView };
  "POST /api/reviews": { takes: SentAt & { reviews: SentReview[] }; answers: BatchResults };
  "POST /api/reviews/undo": { takes: { reviewId: string }; answers: { memory: MemoryView } };
  "POST /api/actions": { takes: SentAt & { actions: SentAction[] }; answers: BatchResults };
  "POST /api/documents/put-away": { takes: Named; answers: Named };
  "POST /api/documents/restore": { takes: Named; answers: Named };
  "POST /api/uploads": { takes: Nothing; answers: Named };
  "PUT /api/uploads/[id]/files": { takes: InUpload; answers: Received };
  "GET /api/uploads/[id]": { takes: Named; answers: UploadPreview };
  "GET /api/uploads/[id]/state": { takes: Named; answers: UploadState };
  "GET /api/uploads/[id]/questions": {
    takes: InUpload & { from: number } & AtMost;
    answers: PreviewedQuestions;
  };
  "POST /api/uploads/apart": { takes: InUpload; answers: UploadPreview };
  "POST /api/uploads/confirm": { takes: Named; answers: UploadReport };
  "POST /api/uploads/discard": { takes: Named; answers: Named };
};

export type Route = keyof Routes;

/** What a route takes. */
export type Takes<R extends Route> = Routes[R]["takes"];

/** What a route answers, before it is JSON. */
export type Answers<R extends Route> = Routes[R]["answers"];

export type Health = {
  status: "ok";
  version: string;
  database: { engine: string; version: string };
  counts: { documents: number; topics: number; questions: number; reviews: number };
};

type Nothing = Record<string, never>;
type Named = { id: string };
type InUpload = { id: string; path: string };
type AtMost = { limit?: number };
type SentAt = { sentAt: string };
/** A session whose questions are left out: those that it has answered. */
type NotIn = { notIn?: string };
type OfScope = { topic?: string; weakest?: "1" };
