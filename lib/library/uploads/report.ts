import type { ReadDocuments } from "@/lib/ingest/read-documents";
import type { IngestChanges } from "@/lib/library/run/decide-run";
import type { PackedDraft } from "@/lib/library/run/packed-draft";
import type { DocumentReport, UploadReport } from "@/lib/wire/uploads";

/** An ingest's outcome without the questions themselves. */
export function reportOf(
  { unreadable }: ReadDocuments,
  { documents, changes }: { documents: PackedDraft[]; changes: IngestChanges },
): UploadReport {
  return { documents: documents.map(reportOfDocument), changes, unreadable };
}

function reportOfDocument(held: PackedDraft): DocumentReport {
  const { questions, pictures, problems, ...draft } = held;
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
