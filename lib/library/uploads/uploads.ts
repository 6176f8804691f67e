import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { bringBack, uploadedDocuments } from "@/lib/db/library/uploads";
import type { SourceFile } from "@/lib/ingest/extract-document";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { conflict, type Failure, notFound } from "@/lib/use-case/failure";
import { newId } from "@/lib/use-case/ids";
import { ingestAlone } from "@/lib/library/run/ingest-alone";
import { ingestDocuments } from "@/lib/library/run/ingest-documents";
import { renderAhead } from "@/lib/library/render-ahead";
import type { Progress } from "@/lib/library/run/take-files";
import { SoughtId } from "@/lib/use-case/inputs";
import type { Received, UploadReport, UploadState } from "@/lib/wire/uploads";
import { keepingDrafts } from "./drafts";
import {
  claimUpload,
  clearUploads,
  findUpload,
  giveBack,
  makeUpload,
  removeUpload,
} from "./folder";
import { changedSincePreview } from "./changed-since-preview";
import { readWithPictures } from "./pictures";
import { receiveInto } from "./receive";
import { reportOf } from "./report";
import { uploadWork } from "./shared-work";

/** Uploads lie in the data folder until they are confirmed. */
export type UploadContext = Context & { dataFolder: string };

export const UploadId = z.object({ id: SoughtId });

export const UploadedFile = z.object({
  id: SoughtId,
  /** Folders and name, parted by `/`: what it will be known by. */
  path: z.string(),
  /** The header content-length. */
  length: z
    .string({ error: "is missing" })
    .regex(/^\d{1,12}$/, "is no length")
    .transform(Number),
});

/** Begins an upload, to which files are sent one by one. Those that nobody confirmed in a day go. */
export async function beginUpload({
  dataFolder,
  clock,
}: UploadContext): Promise<Result<{ id: string }, never>> {
  await clearUploads(dataFolder, clock.now());
  const id = newId();
  await makeUpload(dataFolder, id);
  return ok({ id });
}

/** Takes a file's bytes into an upload, as they come. */
export async function receiveFile(
  { dataFolder }: UploadContext,
  { id, ...file }: z.infer<typeof UploadedFile>,
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<Received, Failure>> {
  const folder = await findUpload(dataFolder, id);
  if (!folder) return err(NO_UPLOAD);
  return receiveInto(folder, file, body);
}

/**
 * Takes an upload's documents in, with their own bytes, and removes it. Asked for twice it is done
 * once, and answered twice. Where it fails, or would write over what its preview did not show, the
 * upload is there as before.
 */
export async function confirmUpload(
  context: UploadContext,
  { id }: z.infer<typeof UploadId>,
): Promise<Result<UploadReport, Failure>> {
  return uploadWork().storing.perform(id, (onStored) => store(context, id, onStored));
}

async function store(
  { database, clock, dataFolder }: UploadContext,
  id: string,
  onStored: Progress,
): Promise<Result<UploadReport, Failure>> {
  const folder = await findUpload(dataFolder, id);
  const claimed = folder && (await claimUpload(folder));
  if (!claimed) return err(NO_UPLOAD);
  const begun = newId();
  try {
    const read = await readWithPictures(database.read, claimed);
    const context = { database, clock, extract: keepingDrafts(claimed, extractInWorker) };
    const options = { dryRun: false, retireMissing: false, everything: true, onStored };
    const ingested = await ingestAlone(database.file, async () => {
      const stored = await uploadedDocuments(database.read);
      const others = await changedSincePreview(claimed, read.files, stored);
      if (others.length > 0) return err(conflict(changedText(others)));
      await bringBackSent(database, read.files, stored);
      return ok(await ingestDocuments(context, read, options));
    });
    if (!ingested.ok) {
      await giveBack(claimed);
      return ingested;
    }
    const report = reportOf(read, ingested.value);
    await removeUpload(claimed);
    // Nobody waits for it; what fails is rendered when it is read.
    void renderAhead(database, begun).catch(() => undefined);
    return ok(report);
  } catch (error) {
    await giveBack(claimed);
    throw error;
  }
}

function changedText([first, ...others]: string[]): string {
  const which = others.length === 0 ? `“${first}”` : `“${first}” and ${others.length} more`;
  return `Another version of ${which} was added since you looked at this. Nothing was added now; look again at what would change.`;
}

/** Sending a document that was put away is the wish to have it back. */
async function bringBackSent(
  database: Database,
  files: readonly SourceFile[],
  stored: Awaited<ReturnType<typeof uploadedDocuments>>,
): Promise<void> {
  const sent = files.map(({ path }) => stored.get(path));
  for (const document of sent) if (document?.retiredAt) await bringBack(database, document.id);
}

/** How far an upload has come, for the page that waits for it, or comes back to it. */
export async function uploadState(
  { dataFolder }: UploadContext,
  { id }: z.infer<typeof UploadId>,
): Promise<Result<UploadState, Failure>> {
  const { reading, storing } = uploadWork();
  const stored = storing.progress(id);
  if (stored) return ok({ kind: "storing", ...stored });
  if (storing.isDone(id)) return ok({ kind: "taken" });
  if (!(await findUpload(dataFolder, id))) return err(NO_UPLOAD);
  const read = reading.progress(id);
  return ok(read ? { kind: "reading", ...read } : { kind: "here" });
}

/** Forgets an upload. */
export async function discardUpload(
  { dataFolder }: UploadContext,
  { id }: z.infer<typeof UploadId>,
): Promise<Result<{ id: string }, Failure>> {
  const folder = await findUpload(dataFolder, id);
  if (!folder) return err(NO_UPLOAD);
  await removeUpload(folder);
  return ok({ id });
}

export const NO_UPLOAD = notFound(
  "There is no such upload. It was confirmed, discarded, or waited for too long; send the files again.",
);
