import type { Queries } from "@/lib/db/queries";
import { uploadedMedia } from "@/lib/db/media";
import type { PictureFault, PictureFile } from "@/lib/ingest/pictures-read";
import type { ReadDocuments } from "@/lib/ingest/read-documents";
import { ok, type Result } from "@/lib/result";
import { pictureIn, readUpload } from "./folder";

/** The documents of an upload, with what reads their pictures. */
export async function readWithPictures(read: Queries, folder: string): Promise<ReadDocuments> {
  return {
    ...(await readUpload(folder)),
    readPicture: (document, path) => uploadedPicture(read, folder, { document, path }),
  };
}

/**
 * A picture of an upload, by the document that shows it and the path that this writes. One that did
 * not come is the one that the document has already: a corrected text often comes alone.
 */
export async function uploadedPicture(
  read: Queries,
  folder: string,
  { document, path }: { document: string; path: string },
): Promise<Result<PictureFile, PictureFault>> {
  const sent = await pictureIn(folder, document, path);
  if (sent.ok || sent.error.code !== "picture-missing") return sent;
  const kept = await uploadedMedia(read, document, path);
  return kept ? ok(kept) : sent;
}
