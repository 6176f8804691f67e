import type { Problem } from "@/lib/domain/problem";

/** Which files an upload gained, and what an archive held besides. */
export type Received = { files: string[]; leftOut: string[] };

/** How far long work has come; `of` is 0 until that is known. */
export type Done = { done: number; of: number };

/** What is being done with an upload; `here`: nothing, it waits for its learner. */
export type UploadState = { kind: "here" | "taken" } | UploadWork;

export type UploadWork = { kind: "reading" | "storing" } & Done;

/** What an upload's documents hold, and what taking them in changes or would change. */
export type UploadReport = {
  documents: DocumentReport[];
  changes: UploadChanges;
  /** Files that are no document that can be read, each with a sentence why. */
  unreadable: { path: string; message: string }[];
};

/** How many questions met which outcome, and what is left for the learner to decide. */
export type UploadChanges = Record<
  "added" | "split" | "restored" | "moved" | "changed" | "unchanged" | "merged" | "retired",
  number
> & { asks: { message: string }[] };

export type DocumentReport = {
  path: string;
  title: string;
  dialect: string | null;
  dialectReason: string | null;
  encodingRepairs: number;
  questions: number;
  withoutAnswer: number;
  /** Pictures that it refers to, and those of them that can't be shown. */
  pictures: number;
  picturesMissing: number;
  problems: Problem[];
};

/** What confirming an upload would do. */
export type UploadPreview = Omit<UploadReport, "documents"> & {
  id: string;
  documents: PreviewedDocument[];
};

export type PreviewedDocument = DocumentReport & {
  /** The document of the same name that it would be a new version of. */
  replaces: { id: string; title: string; takenInAt: Date; retiredAt: Date | null } | null;
};

/** Some questions of one of an upload's documents; `next` is where to go on. */
export type PreviewedQuestions = { items: PreviewedQuestion[]; next: number | null };

/** A question of an upload as it will look. */
export type PreviewedQuestion = {
  number: number | null;
  topicPath: string[];
  line: number;
  promptHtml: string;
  answerHtml: string | null;
  keyPoints: string[];
};
