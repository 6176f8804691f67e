import { z } from "zod";
import type { Queries } from "@/lib/db/queries";
import { uploadedDocuments } from "@/lib/db/library/uploads";
import type { Picture, Pictures } from "@/lib/domain/picture";
import type { DocumentDraft, QuestionDraft } from "@/lib/ingest/extract-document";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { renderInWorker } from "@/lib/jobs/render-in-worker";
import { err, ok, type Result } from "@/lib/result";
import { conflict, type Failure, notFound } from "@/lib/use-case/failure";
import { ingestDocuments } from "@/lib/library/run/ingest-documents";
import { limitWithin, SoughtId } from "@/lib/use-case/inputs";
import type { ServedFile } from "@/lib/use-case/served-file";
import type { Progress } from "@/lib/library/run/take-files";
import type {
  PreviewedQuestion,
  PreviewedQuestions as PreviewedPage,
  UploadPreview,
  UploadReport,
} from "@/lib/wire/uploads";
import { NO_UPLOAD, type UploadContext, type UploadId } from "./uploads";
import { keepingDrafts } from "./drafts";
import { findUpload, holds, readUpload, renameApart } from "./folder";
import { keepSeen } from "./changed-since-preview";
import { readWithPictures, uploadedPicture } from "./pictures";
import { reportOf } from "./report";
import { uploadWork } from "./shared-work";

/**
 * Reads an upload's documents, compares them with what is stored, and changes nothing. It ends when
 * the upload is discarded.
 */
export async function uploadPreview(
  context: UploadContext,
  { id }: z.infer<typeof UploadId>,
): Promise<Result<UploadPreview, Failure>> {
  return uploadWork().reading.perform(id, (onProgress) => readPreview(context, id, onProgress));
}

async function readPreview(
  { database, clock, dataFolder }: UploadContext,
  id: string,
  onProgress?: Progress,
): Promise<Result<UploadPreview, Failure>> {
  const folder = await findUpload(dataFolder, id);
  if (!folder) return err(NO_UPLOAD);
  const context = { database, clock, extract: keepingDrafts(folder, extractInWorker) };
  const options = { dryRun: true, retireMissing: false, everything: true };
  try {
    const read = await readWithPictures(database.read, folder);
    const stored = await uploadedDocuments(database.read);
    await keepSeen(folder, read.files, stored);
    const ingested = await ingestDocuments(context, read, {
      ...options,
      ...(onProgress && { onProgress }),
    });
    const preview = previewOf(id, reportOf(read, ingested), stored);
    return (await findUpload(dataFolder, id)) ? ok(preview) : err(NO_UPLOAD);
  } catch (error) {
    if (await findUpload(dataFolder, id)) throw error;
    return err(NO_UPLOAD);
  }
}

function previewOf(
  id: string,
  report: UploadReport,
  stored: Awaited<ReturnType<typeof uploadedDocuments>>,
): UploadPreview {
  const documents = report.documents.map((document) => {
    const { sha256: _, ...replaces } = stored.get(document.path) ?? { sha256: null, id: null };
    return { ...document, replaces: replaces.id === null ? null : replaces };
  });
  return { id, ...report, documents };
}

export const PreviewedQuestions = z.object({
  id: SoughtId,
  path: z.string(),
  from: z.coerce.number().int().min(0).default(0),
  limit: limitWithin(5),
});

/** Some questions of one of an upload's documents, rendered; `next` is where to go on. */
export async function previewedQuestions(
  { database, dataFolder }: UploadContext,
  { id, path, from, limit }: z.infer<typeof PreviewedQuestions>,
): Promise<Result<PreviewedPage, Failure>> {
  const folder = await findUpload(dataFolder, id);
  if (!folder || !(await holds(folder, path))) return err(NO_UPLOAD);
  const [file] = (await readUpload(folder, path)).files;
  if (!file) return err(notFound("There is no such document in this upload."));
  const draft = await keepingDrafts(folder, extractInWorker)(file);
  const shown = draft.questions.slice(from, from + limit);
  const pictures = await picturesOf(database.read, { folder, id }, draft, shown);
  const next = from + limit;
  return ok({
    items: await Promise.all(shown.map((question) => previewed(question, pictures))),
    next: next < draft.questions.length ? next : null,
  });
}

async function previewed(
  { number, topicPath, line, prompt, answer, keyPoints }: QuestionDraft,
  pictures: Pictures,
): Promise<PreviewedQuestion> {
  return {
    number,
    topicPath,
    line,
    promptHtml: await renderInWorker(prompt, { pictures }),
    answerHtml: answer === null ? null : await renderInWorker(answer, { pictures }),
    keyPoints: keyPoints.map(({ text }) => text),
  };
}

/** The pictures that some questions show, served from the upload itself. */
async function picturesOf(
  read: Queries,
  { folder, id }: { folder: string; id: string },
  draft: DocumentDraft,
  questions: QuestionDraft[],
): Promise<Pictures> {
  const text = questions.map(({ prompt, answer }) => `${prompt}\n${answer ?? ""}`).join("\n");
  if (!/!\[|<img/i.test(text)) return new Map();
  const found = new Map<string, Picture>();
  for (const { path } of draft.pictures) {
    const picture = await uploadedPicture(read, folder, { document: draft.path, path });
    if (!picture.ok) continue;
    const { width, height } = picture.value;
    const query = new URLSearchParams({ document: draft.path, path });
    found.set(path, { address: `/api/uploads/${id}/picture?${query.toString()}`, width, height });
  }
  return found;
}

export const PreviewedPicture = z.object({
  id: SoughtId,
  document: z.string(),
  path: z.string(),
});

/** A picture of an upload that is not confirmed yet. */
export async function previewedPicture(
  { database, dataFolder }: UploadContext,
  { id, document, path }: z.infer<typeof PreviewedPicture>,
): Promise<Result<ServedFile, Failure>> {
  const folder = await findUpload(dataFolder, id);
  if (!folder || !(await holds(folder, document))) return err(NO_UPLOAD);
  const picture = await uploadedPicture(database.read, folder, { document, path });
  if (!picture.ok) return err(notFound("There is no such picture."));
  return ok({ type: picture.value.type, bytes: picture.value.bytes, as: "picture", changes: true });
}

export const DocumentApart = z.object({ id: SoughtId, path: z.string() });

/** Takes a document beside the one of its name, not as a new version of it. */
export async function takeApart(
  context: UploadContext,
  { id, path }: z.infer<typeof DocumentApart>,
): Promise<Result<UploadPreview, Failure>> {
  const folder = await findUpload(context.dataFolder, id);
  if (!folder || !(await holds(folder, path))) return err(NO_UPLOAD);
  const stored = await uploadedDocuments(context.database.read);
  if (!stored.has(path)) return err(conflict("There is no document of this name to stand beside."));
  await renameApart(folder, path, (name) => stored.has(name));
  // Not what another tab may be waiting for: that was begun under the old name.
  return readPreview(context, id);
}
