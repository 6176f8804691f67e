import { breathe } from "@/lib/breathe";
import type { Database, Queries } from "@/lib/db/client";
import { type StoredDocument, storedDocuments } from "@/lib/db/documents";
import { mergedCopies } from "@/lib/db/known-questions";
import { type PictureRow, pictureHashes } from "@/lib/db/media";
import {
  type DocumentDraft,
  EXTRACTOR_VERSION,
  fingerprint,
  type SourceFile,
} from "@/lib/ingest/extract-document";
import type { Origin, ReadDocuments, ReadPicture } from "@/lib/ingest/read-documents";
import { err } from "@/lib/result";
import { draftAhead } from "./draft-ahead";
import { newId } from "./ids";
import { picturesDiffer, takePictures } from "./pictures";

/** Makes a file's drafts; here, or somewhere that a bad file can't hold up. */
export type Extract = (file: SourceFile) => Promise<DocumentDraft>;

export type Progress = (done: number, of: number) => void;

/** A file to be compared with the document that it is, or that it makes. */
export type TakenFile = {
  documentId: string;
  draft: DocumentDraft;
  /** The file itself, where it is kept: of what came through the page. */
  bytes: Uint8Array<ArrayBuffer> | null;
  pictures: PictureRow[];
};

/** What a run found where it looked. */
export type Files = {
  /** Stored documents of the places looked at. */
  stored: StoredDocument[];
  /** To be compared: new, changed, or needed beside one that is. */
  changed: TakenFile[];
  unchanged: StoredDocument[];
  gone: StoredDocument[];
  /** Drafts to report: of the changed ones, or of all. */
  drafts: DocumentDraft[];
};

/**
 * Makes drafts of the files that changed, themselves or in their pictures; of all for `everything`.
 * The others aren't even parsed.
 */
export async function takeFiles(
  { database, extract }: { database: Database; extract: Extract },
  { origin, files, lookedAt, readPicture = noPicture }: ReadDocuments,
  options: { dryRun: boolean; everything: boolean; onProgress?: Progress },
): Promise<Files> {
  const { read } = database;
  const stored = (await storedDocuments(read, origin)).filter(({ path }) => lookedAt(path));
  const byPath = new Map(stored.map((document) => [document.path, document]));
  const present = new Set(files.map(({ path }) => path));
  const gone = stored.filter(({ path, retiredAt }) => retiredAt === null && !present.has(path));
  const changed = await changedPaths(read, byPath, { origin, files, readPicture });
  const copies = await copiesOf(read, [...[...changed].map((path) => byPath.get(path)), ...gone]);
  const isSame = ({ path }: SourceFile) => {
    const known = byPath.get(path);
    return known !== undefined && !changed.has(path) && !copies.has(known.id);
  };
  const drafted = files.filter((file) => options.everything || !isSame(file));
  const draftOf = draftAhead(extract, drafted);
  const found: Files = { stored, changed: [], unchanged: [], gone, drafts: [] };
  for (const [i, file] of files.entries()) {
    const known = byPath.get(file.path);
    const same = isSame(file);
    if (same && known) found.unchanged.push(known);
    if (!same || options.everything) {
      const draft = await draftOf(file);
      const pictures = await takePictures(database, draft, readPicture, options);
      const bytes = origin === "upload" ? new Uint8Array(file.bytes) : null;
      found.drafts.push(draft);
      if (!same) found.changed.push({ documentId: known?.id ?? newId(), draft, bytes, pictures });
    }
    options.onProgress?.(i + 1, files.length);
    await breathe();
  }
  return found;
}

const noPicture: ReadPicture = async (_, path) =>
  err({
    code: "picture-missing",
    message: `The picture “${path}” did not come with the document.`,
    remedy: "Take the document in together with it, as a folder or an archive.",
  });

type Looked = Pick<ReadDocuments, "origin" | "files"> & { readPicture: ReadPicture };

async function changedPaths(
  read: Queries,
  byPath: ReadonlyMap<string, StoredDocument>,
  { origin, files, readPicture }: Looked,
): Promise<Set<string>> {
  const pictures = await pictureHashes(read);
  const changed = new Set<string>();
  for (const file of files) {
    const known = byPath.get(file.path);
    const same =
      known !== undefined &&
      isSettled(known, file, origin) &&
      !(await picturesDiffer(known, pictures.get(known.id) ?? [], readPicture));
    if (!same) changed.add(file.path);
    await breathe();
  }
  return changed;
}

function isSettled(known: StoredDocument, file: SourceFile, origin: Origin): boolean {
  // A folder goes on holding what the learner put away; an upload is the learner's own wish.
  if (known.retiredBy === "learner") return origin === "content";
  return (
    known.retiredAt === null &&
    known.extractorVersion === EXTRACTOR_VERSION &&
    known.sha256 === fingerprint(file.bytes)
  );
}

/** Documents with copies of questions that these documents may lose: the copy may be all that is left. */
async function copiesOf(
  read: Queries,
  documents: readonly (StoredDocument | undefined)[],
): Promise<Set<string>> {
  const ids = new Set(documents.map((document) => document?.id));
  const copies = await mergedCopies(read);
  return new Set(
    copies.filter((copy) => ids.has(copy.survivorDocumentId)).map(({ documentId }) => documentId),
  );
}
