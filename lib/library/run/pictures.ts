import type { Database } from "@/lib/db/client";
import { keepMedia, type PictureRow } from "@/lib/db/media";
import type { DocumentDraft } from "@/lib/ingest/extract-document";
import type { PictureFault } from "@/lib/ingest/pictures-read";
import type { ReadPicture } from "@/lib/ingest/read-documents";

/**
 * Stores a draft's pictures, and answers which path means which; with `dryRun` it only looks. Those
 * that can't be shown become problems of the draft. A picture is stored before its document: until
 * that is written too, nobody names it.
 */
export async function takePictures(
  database: Database,
  draft: DocumentDraft,
  readPicture: ReadPicture,
  { dryRun }: { dryRun: boolean },
): Promise<PictureRow[]> {
  const rows: PictureRow[] = [];
  for (const { path, line } of draft.pictures) {
    const read = await readPicture(draft.path, path);
    if (read.ok) {
      const { stamp = null, ...media } = read.value;
      if (!dryRun) await keepMedia(database, media);
      rows.push({ path, hash: media.hash, fileStamp: stamp });
    } else {
      rows.push({ path, hash: null, fileStamp: null });
      draft.problems.push({ line, severity: "warning", ...read.error });
    }
  }
  draft.problems.sort((a, b) => a.line - b.line);
  return rows;
}

/**
 * The pictures of a document that is unchanged itself, as they are now; null where it must be taken in
 * again for them: one has other bytes now, or is gone, or one that could not be shown is there or
 * fails for another reason.
 */
export async function samePictures(
  document: { path: string; problems: string },
  stored: readonly PictureRow[],
  readPicture: ReadPicture,
): Promise<PictureRow[] | null> {
  const tells = ({ message }: PictureFault) => document.problems.includes(JSON.stringify(message));
  const rows: PictureRow[] = [];
  for (const { path, hash } of stored) {
    const read = await readPicture(document.path, path);
    const isSame = read.ok ? read.value.hash === hash : hash === null && tells(read.error);
    if (!isSame) return null;
    rows.push({ path, hash, fileStamp: read.ok ? (read.value.stamp ?? null) : null });
  }
  return rows;
}
