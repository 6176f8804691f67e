import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isDocument } from "@/lib/domain/file-kinds";
import type { Problem } from "@/lib/domain/problem";
import { naturalOrder } from "@/lib/natural-order";
import type { Result } from "@/lib/result";
import type { SourceFile } from "./extract-document";
import { LARGEST_RUN, readDocument } from "./read-document";
import { FOLDER_MISSING, MISSING, type ReadFault, readFault } from "./read-fault";
import { type PictureFault, type PictureFile, readPicture } from "./pictures-read";

/** A path that could not be read, in a sentence for people. */
export type UnreadablePath = { path: string; message: string };

/** A document that is there and could not be read; a folder's name ends in `/`. */
export type RefusedDocument = { path: string; problem: Problem };

/** Where documents come from: the content folder and the command line, or the page. */
export type Origin = "content" | "upload";

/** The picture that a document means by a path beside it; both as the run names them. */
export type ReadPicture = (
  document: string,
  path: string,
) => Promise<Result<PictureFile, PictureFault>>;

export type ReadDocuments = {
  origin: Origin;
  files: SourceFile[];
  /** Whether a stored path lies where this run looked: only then can the run retire it. */
  lookedAt: (path: string) => boolean;
  unreadable: UnreadablePath[];
  /** Of these, what stands in the place of documents until it is mended. */
  refused?: RefusedDocument[];
  /** Reads a picture of one of the files. Absent where nothing lies beside them. */
  readPicture?: ReadPicture;
};

/**
 * Reads Markdown files and folders of them. Links, hidden files and `node_modules` in a folder are
 * passed over. A file's folders count from the content folder when it lies there, else from the path
 * given. What can't be read, or is too large, is named, and the rest is read. A content folder that
 * is missing is one without documents: what was in it is asked about, as when it is empty.
 */
export async function readDocuments(
  paths: readonly string[],
  contentFolder: string,
): Promise<ReadDocuments> {
  const found: FoundFiles = {
    files: new Map(),
    roots: new Map(),
    places: [],
    faults: [],
    room: LARGEST_RUN,
  };
  for (const path of paths) await readPath(path, contentFolder, found);
  const { files, roots, places, faults } = found;
  const unread = faults
    .map(({ path }) => path)
    .filter((path) => resolve(path) !== resolve(contentFolder));
  return {
    origin: "content",
    files: [...files.values()],
    unreadable: faults.map(({ path, fault: { message, remedy } }) => ({
      path,
      message: `${message} ${remedy}`,
    })),
    refused: faults.flatMap(refusedDocument),
    lookedAt: (path) =>
      !unread.some((place) => isWithin(path, place)) &&
      places.some((place) => coversPath(place, path)),
    readPicture: (document, path) => readPicture(roots.get(document) ?? document, document, path),
  };
}

/** What reading came to so far; `room` is the bytes that it may still hold. */
type FoundFiles = {
  files: Map<string, SourceFile>;
  /** The folder that a file's pictures must lie in, by the file's name. */
  roots: Map<string, string>;
  places: Place[];
  faults: FoundFault[];
  room: number;
};

async function readPath(path: string, contentFolder: string, found: FoundFiles): Promise<void> {
  const { places, faults } = found;
  try {
    const folder = (await stat(path)).isDirectory();
    const root = isWithin(path, contentFolder) ? contentFolder : folder ? path : dirname(path);
    for (const file of folder ? await markdownFiles(path, faults) : [path])
      await readFile(file, { root, isNamed: !folder }, found);
    places.push({ path, folder });
  } catch (error) {
    const isContent = resolve(path) === resolve(contentFolder);
    const fault = isContent ? FOLDER_MISSING : readFault(path, error);
    faults.push({ path, name: `${documentPath(path)}/`, fault });
    if (isContent) places.push({ path, folder: true });
  }
}

/** `isNamed`: it was given as such, not met in a folder. */
async function readFile(
  file: string,
  { root, isNamed }: { root: string; isNamed: boolean },
  found: FoundFiles,
): Promise<void> {
  const name = documentPath(file);
  try {
    // Whoever names a link means where it leads; one met in a folder may lead anywhere.
    const bytes = await readDocument(file, { room: found.room, followLink: isNamed });
    found.room -= bytes.length;
    found.roots.set(name, root);
    found.files.set(name, { path: name, folders: foldersBetween(root, file), bytes });
  } catch (error) {
    const fault = readFault(file, error);
    // What went since its folder was listed is gone, as if it had not been there.
    if (isNamed || fault !== MISSING) found.faults.push({ path: file, name, fault });
  }
}

/** `name`: of the document that it would be. */
type FoundFault = { path: string; name: string; fault: ReadFault };

function refusedDocument({
  name,
  fault: { code, message, remedy },
}: FoundFault): RefusedDocument[] {
  return code === null
    ? []
    : [{ path: name, problem: { line: 1, severity: "error", code, message, remedy } }];
}

type Place = { path: string; folder: boolean };

/** Whether a run over a place would have found a file of this path, had it been there. */
function coversPath(place: Place, path: string): boolean {
  const way = relative(resolve(place.path), resolve(path));
  if (way === "") return true;
  const isOne = isDocument(way) || path.endsWith("/");
  return place.folder && isWithin(path, place.path) && isOne && !isPassedOver(way);
}

/** Whether a path within a folder of documents is hidden, or somebody else's. */
export function isPassedOver(way: string): boolean {
  return way.split(sep).some((part) => part.startsWith(".") || part === "node_modules");
}

/** A file's name in the store: relative to the working folder when it lies below, else absolute. */
export function documentPath(file: string): string {
  const absolute = resolve(file);
  const fromHere = relative(process.cwd(), absolute);
  const name = fromHere.startsWith("..") || fromHere === absolute ? absolute : fromHere;
  return name.split(sep).join("/");
}

/** A folder that can't be listed is named, and the others are read. */
async function markdownFiles(folder: string, faults: FoundFault[]): Promise<string[]> {
  const entries = await entriesOf(folder, faults);
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => naturalOrder(a.name, b.name))) {
    if (isPassedOver(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await markdownFiles(path, faults)));
    else if (entry.isFile() && isDocument(entry.name)) found.push(path);
  }
  return found;
}

async function entriesOf(folder: string, faults: FoundFault[]): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    faults.push({
      path: folder,
      name: `${documentPath(folder)}/`,
      fault: readFault(folder, error),
    });
    return [];
  }
}

function foldersBetween(root: string, file: string): string[] {
  return relative(resolve(root), dirname(resolve(file)))
    .split(sep)
    .filter((part) => part !== "" && part !== "..");
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way === "" || (!way.startsWith("..") && way !== resolve(path));
}
