import { breathe } from "@/lib/breathe";
import type { Queries } from "@/lib/db/client";
import type { StoredDocument } from "@/lib/db/library/documents";
import { mergedCopies } from "@/lib/db/library/question-identities";
import { pictureHashes } from "@/lib/db/media";
import { EXTRACTOR_VERSION, fingerprint, type SourceFile } from "@/lib/ingest/extract-document";
import type { Origin, ReadDocuments, ReadPicture } from "@/lib/ingest/read-documents";
import { picturesDiffer } from "./pictures";

type Looked = Pick<ReadDocuments, "origin" | "files"> & { readPicture: ReadPicture };

/** The paths of files that are other than what is stored of them, themselves or in their pictures. */
export async function changedPaths(
  read: Queries,
  byPath: ReadonlyMap<string, StoredDocument>,
  { origin, files, readPicture }: Looked,
  again: boolean,
): Promise<Set<string>> {
  const pictures = await pictureHashes(read);
  const changed = new Set<string>();
  for (const file of files) {
    const known = byPath.get(file.path);
    const same =
      known !== undefined &&
      isSettled(known, file, { origin, again }) &&
      !(await picturesDiffer(known, pictures.get(known.id) ?? [], readPicture));
    if (!same) changed.add(file.path);
    await breathe();
  }
  return changed;
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

// The machine was busy, perhaps.
const RAN_OUT_OF_TIME = /"code":"(?:section-)?too-slow"/;

/** Documents with copies of questions that these documents may lose: the copy may be all that is left. */
export async function copiesOf(
  read: Queries,
  documents: readonly (StoredDocument | undefined)[],
): Promise<Set<string>> {
  const ids = new Set(documents.map((document) => document?.id));
  const copies = await mergedCopies(read);
  return new Set(
    copies.filter((copy) => ids.has(copy.survivorDocumentId)).map(({ documentId }) => documentId),
  );
}
