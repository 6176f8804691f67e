import type { CourseAsked } from "@/lib/db/study/past-readiness";
import type { PastReadiness } from "@/lib/domain/course";
import type { Pictures } from "@/lib/domain/picture";
import type { PlanSeen, Simulation } from "@/lib/domain/simulate";
import type { DocumentDraft, SourceFile } from "@/lib/ingest/extract-document";

/** What a worker can do: each kind of work with what it takes and what it answers. */
export type Tasks = {
  /** `parsingMs`: what parsing may take of the processor. */
  extract: { input: { file: SourceFile; parsingMs: number }; output: DocumentDraft };
  course: { input: CourseAsked; output: PastReadiness[] };
  simulate: { input: Simulation; output: PlanSeen };
  render: { input: { markdown: string; pictures: Pictures }; output: string };
};

/** What is posted to a worker. */
export type Task<Kind extends keyof Tasks = keyof Tasks> = {
  [K in Kind]: { kind: K; input: Tasks[K]["input"] };
}[Kind];

/** The first message of a worker: it has loaded all that it needs, and the time of a task counts. */
export const READY = "ready";
