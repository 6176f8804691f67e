import type { Pictures } from "@/lib/domain/picture";
import type { Lines, Section } from "@/lib/ingest/cut-document";
import type { DocumentDraft, SourceFile } from "@/lib/ingest/extract-document";

/** What a worker can do: each kind of work with what it takes and what it answers. */
export type Tasks = {
  extract: { input: { file: SourceFile; leftOut: Lines[] }; output: DocumentDraft };
  cut: { input: Uint8Array; output: Section[] };
  render: { input: { markdown: string; pictures: Pictures }; output: string };
};

/** What is posted to a worker. */
export type Task<Kind extends keyof Tasks = keyof Tasks> = {
  [K in Kind]: { kind: K; input: Tasks[K]["input"] };
}[Kind];

/** The first message of a worker: it has loaded all that it needs, and the time of a task counts. */
export const READY = "ready";
