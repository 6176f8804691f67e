import type { Queries } from "@/lib/db/queries";
import { type StoredPicture, storedPictures } from "@/lib/db/library/stored-files";
import { pictureStamp } from "@/lib/ingest/pictures-read";

/** The system is asked about so many files at once. */
const AT_ONCE = 64;

/** The paths of documents of the content folder with a picture that may be another than is stored. */
export async function documentsOfChangedPictures(read: Queries): Promise<string[]> {
  const pictures = await storedPictures(read);
  const changed: string[] = [];
  for (let i = 0; i < pictures.length; i += AT_ONCE) {
    const some = pictures.slice(i, i + AT_ONCE);
    const areSame = await Promise.all(some.map(isSame));
    changed.push(...some.flatMap(({ document }, n) => (areSame[n] === true ? [] : [document])));
  }
  return changed;
}

async function isSame({ document, path, hash, fileStamp }: StoredPicture): Promise<boolean> {
  const now = await pictureStamp(document, path);
  return fileStamp === null ? hash === null && now === null : now === fileStamp;
}
