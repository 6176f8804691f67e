import { breathe } from "@/lib/breathe";
import type { Database } from "@/lib/db/client";
import {
  type StoredDocument,
  storedDocuments,
  storedDocumentsAt,
} from "@/lib/db/library/documents";
import type { FileStamps } from "@/lib/db/library/stored-files";
import type { PictureRow } from "@/lib/db/media";
import { type DocumentDraft, type SourceFile, unreadDocument } from "@/lib/ingest/extract-document";
import type {
  Origin,
  ReadDocuments,
  ReadPicture,
  RefusedDocument,
} from "@/lib/ingest/read-documents";
import { isUnread } from "@/lib/ingest/unread";
import { err } from "@/lib/result";
import { compareFiles, copiesOf, isOutOfTime, isSettled } from "./changed-files";
import { draftAhead } from "./draft-ahead";
import { type PackedDraft, packDraft } from "./packed-draft";
import { newId } from "@/lib/use-case/ids";
import { takePictures } from "./pictures";

/** Makes a file's drafts; here, or somewhere that a bad file can't hold up. */
export type Extract = (file: SourceFile) => Promise<DocumentDraft>;

export type Progress = (done: number, of: number) => void;

/** A file to be compared with the document that it is, or that it makes. */
export type TakenFile = {
  documentId: string;
  draft: PackedDraft;
  /** What the disk says of its file, where that will tell whether it is the same. */
  stamp: string | null;
  /** The file itself, where it is kept: of what came through the page. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** Null where nothing could be read: they stay as they are. */
  pictures: PictureRow[] | null;
};

export type TakeOptions = {
  dryRun: boolean;
  everything: boolean;
  /** Try again what ran out of time before, though its file is the same. */
  again?: boolean;
  onProgress?: Progress;
};

/** What a run found where it looked. */
export type Files = {
  /** Whether a document's path lies where the run looked. */
  isThere: (path: string) => boolean;
  /** Stored documents there; of a part, those that may be other than they are stored. */
  stored: StoredDocument[];
  /** The ids of the others. */
  same: readonly string[];
  /** To be compared: new, changed, or needed beside one that is. */
  changed: TakenFile[];
  unchanged: StoredDocument[];
  gone: StoredDocument[];
  /** Drafts to report: of the changed ones, or of all. */
  drafts: PackedDraft[];
  /** What the disk says now of what is unchanged. */
  stamps: FileStamps;
};

/**
 * Makes drafts of the files that changed, themselves or in their pictures; of all for `everything`.
 * The others aren't even parsed.
 */
export async function takeFiles(
  { database, extract }: { database: Database; extract: Extract },
  { origin, files, lookedAt, partly, refused = [], readPicture = noPicture }: ReadDocuments,
  options: TakeOptions,
): Promise<Files> {
  const { read } = database;
  const { again = false } = options;
  const standing = new Set(refused.map(({ path }) => path));
  const isThere = (path: string) => lookedAt(path) || standing.has(path);
  const stored = (
    partly
      ? await storedDocumentsAt(read, origin, partly.names)
      : await storedDocuments(read, origin)
  ).filter(({ path }) => isThere(path));
  const byPath = new Map(stored.map((document) => [document.path, document]));
  const present = new Set([...files.map(({ path }) => path), ...standing]);
  const gone = stored.filter(({ path, retiredAt }) => retiredAt === null && !present.has(path));
  const { changed, stamps } = await compareFiles(
    read,
    byPath,
    { origin, files, readPicture },
    again,
  );
  await breathe();
  const copies = await copiesOf(read, [...[...changed].map((path) => byPath.get(path)), ...gone]);
  const isSame = ({ path }: SourceFile) => {
    const known = byPath.get(path);
    return known !== undefined && !changed.has(path) && !copies.has(known.id);
  };
  const drafted = files.filter((file) => options.everything || !isSame(file));
  const draftOf = draftAhead(extract, drafted);
  const found: Files = {
    isThere,
    stored,
    same: partly?.same ?? [],
    changed: [],
    unchanged: [],
    gone,
    drafts: [],
    stamps,
  };
  for (const [i, file] of files.entries()) {
    const known = byPath.get(file.path);
    const same = isSame(file);
    if (same && known) found.unchanged.push(known);
    if (!same || options.everything) {
      const draft = await draftOf(file);
      const pictures = isUnread(draft)
        ? null
        : await takePictures(database, draft, readPicture, options);
      const bytes = origin === "upload" ? new Uint8Array(file.bytes) : null;
      const held = await packDraft(draft);
      found.drafts.push(held);
      const stamp = isOutOfTime(held) ? null : (file.stamp ?? null);
      if (!same)
        found.changed.push({
          documentId: known?.id ?? newId(),
          draft: held,
          stamp,
          bytes,
          pictures,
        });
    }
    options.onProgress?.(i + 1, files.length);
    await breathe();
  }
  for (const one of refused) await takeRefused(found, byPath.get(one.path), one, origin);
  return found;
}

/** What can't be read stands with its problem in the place of its document until it is mended. */
async function takeRefused(
  found: Files,
  known: StoredDocument | undefined,
  { path, problem }: RefusedDocument,
  origin: Origin,
): Promise<void> {
  const file = { path, folders: [], bytes: new TextEncoder().encode(problem.message) };
  if (known && isSettled(known, file, { origin, again: false })) found.unchanged.push(known);
  else
    found.changed.push({
      documentId: known?.id ?? newId(),
      draft: await packDraft(unreadDocument(file, problem)),
      stamp: null,
      bytes: null,
      pictures: null,
    });
}

const noPicture: ReadPicture = async (_, path) =>
  err({
    code: "picture-missing",
    message: `The picture “${path}” did not come with the document.`,
    remedy: "Take the document in together with it, as a folder or an archive.",
  });
