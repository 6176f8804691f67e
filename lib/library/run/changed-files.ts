import { breathe } from "@/lib/breathe";
import type { Queries } from "@/lib/db/queries";
import type { StoredDocument } from "@/lib/db/library/documents";
import { documentsOfCopies } from "@/lib/db/library/question-identities";
import type { FileStamps } from "@/lib/db/library/stored-files";
import { type PictureRow, storedPictureRows } from "@/lib/db/media";
import type { Problem } from "@/lib/domain/problem";
import { EXTRACTOR_VERSION, fingerprint, type SourceFile } from "@/lib/ingest/extract-document";
import type { Origin, ReadDocuments, ReadPicture } from "@/lib/ingest/read-documents";
import { samePictures } from "./pictures";

type Looked = Pick<ReadDocuments, "origin" | "files"> & { readPicture: ReadPicture };

export type ComparedFiles = {
  /** The paths of files that are other than what is stored of them, themselves or in their pictures. */
  changed: Set<string>;
  /** What the disk says of the others, where it said something else before. */
  stamps: FileStamps;
};

/** Compares files and their pictures with what is stored of them. */
export async function compareFiles(
  read: Queries,
  byPath: ReadonlyMap<string, StoredDocument>,
  { origin, files, readPicture }: Looked,
  again: boolean,
): Promise<ComparedFiles> {
  const ids = files.flatMap(({ path }) => byPath.get(path)?.id ?? []);
  const pictures = await storedPictureRows(read, ids);
  const compared: ComparedFiles = { changed: new Set(), stamps: { documents: [], pictures: [] } };
  for (const file of files) {
    const known = byPath.get(file.path);
    const before = pictures.get(known?.id ?? "") ?? [];
    const now =
      known && isSettled(known, file, { origin, again })
        ? await samePictures(known, before, readPicture)
        : null;
    if (known && now) addStamps(compared.stamps, known, file, { before, now });
    else compared.changed.add(file.path);
    await breathe();
  }
  return compared;
}

function addStamps(
  { documents, pictures }: FileStamps,
  known: StoredDocument,
  { stamp: fileStamp = null }: SourceFile,
  { before, now }: { before: readonly PictureRow[]; now: readonly PictureRow[] },
): void {
  // It is to be read, and tried, at every start.
  if (RAN_OUT_OF_TIME.test(known.problems)) return;
  if (fileStamp !== null && fileStamp !== known.fileStamp)
    documents.push({ id: known.id, fileStamp });
  for (const [i, picture] of now.entries())
    if (picture.fileStamp !== null && picture.fileStamp !== before[i]?.fileStamp)
      pictures.push({ documentId: known.id, path: picture.path, fileStamp: picture.fileStamp });
}

/** Whether a file is as it was read before. `again`: unless it ran out of time. */
export function isSettled(
  known: StoredDocument,
  file: SourceFile,
  { origin, again }: { origin: Origin; again: boolean },
): boolean {
  // A folder goes on holding what the learner put away; an upload is the learner's own wish.
  if (known.retiredBy === "learner") return origin === "content";
  if (again && RAN_OUT_OF_TIME.test(known.problems)) return false;
  return (
    known.retiredAt === null &&
    known.extractorVersion === EXTRACTOR_VERSION &&
    known.sha256 === fingerprint(file.bytes)
  );
}

/** Whether something of a document was not read in its time: the machine was busy, perhaps. */
export function isOutOfTime({ problems }: { problems: readonly Problem[] }): boolean {
  return problems.some(({ code }) => code === "too-slow" || code === "section-too-slow");
}

const RAN_OUT_OF_TIME = /"code":"(?:section-)?too-slow"/;

/** Documents with copies of questions that these documents may lose: the copy may be all that is left. */
export async function copiesOf(
  read: Queries,
  documents: readonly (StoredDocument | undefined)[],
): Promise<Set<string>> {
  return new Set(
    await documentsOfCopies(
      read,
      documents.flatMap((document) => document?.id ?? []),
    ),
  );
}
