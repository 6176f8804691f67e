import type { Problem } from "@/lib/domain/problem";
import type { ReadDocuments, UnreadablePath } from "@/lib/ingest/read-documents";
import type { IngestChanges } from "@/lib/library/run/decide-run";
import type { PackedDraft } from "@/lib/library/run/packed-draft";

/** What an upload's documents hold, and what taking them in changes or would change. */
export type UploadReport = {
  documents: DocumentReport[];
  changes: IngestChanges;
  /** Files that are no document that can be read, each with a sentence why. */
  unreadable: UnreadablePath[];
};

/** What confirming an upload would do. */
export type UploadPreview = Omit<UploadReport, "documents"> & {
  id: string;
  documents: (DocumentReport & {
    /** The document of the same name that it would be a new version of. */
    replaces: { id: string; title: string; takenInAt: Date; retiredAt: Date | null } | null;
  })[];
};

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

/** An ingest's outcome without the questions themselves. */
export function reportOf(
  { unreadable }: ReadDocuments,
  { documents, changes }: { documents: PackedDraft[]; changes: IngestChanges },
): UploadReport {
  return { documents: documents.map(reportOfDocument), changes, unreadable };
}

function reportOfDocument({ questions, pictures, problems, ...draft }: PackedDraft) {
  const { path, title, dialect, dialectReason, encodingRepairs } = draft;
  return {
    path,
    title,
    dialect,
    dialectReason,
    encodingRepairs,
    questions: questions.length,
    withoutAnswer: questions.filter(({ answerHash }) => answerHash === null).length,
    pictures: pictures.length,
    picturesMissing: problems.filter(({ code }) => code.startsWith("picture-")).length,
    problems,
  };
}
