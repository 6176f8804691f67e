import { lstat, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { isDocument } from "@/lib/domain/file-kinds";
import type { Problem } from "@/lib/domain/problem";
import type { Result } from "@/lib/result";
import { documentPath } from "./document-path";
import type { SourceFile } from "./extract-document";
import {
  type FoundFault,
  type FoundFiles,
  type IsSame,
  nothingFound,
  readFile,
  readFolder,
} from "./found-files";
import { type PictureFault, type PictureFile, readPicture } from "./pictures-read";
import { FOLDER_MISSING, MISSING, readFault } from "./read-fault";
import { isFolder, isPassedOver } from "./walk-folder";

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
  /** Absent where all was read that lies there. */
  partly?: PartlyRead;
  unreadable: UnreadablePath[];
  /** Of these, what stands in the place of documents until it is mended. */
  refused?: RefusedDocument[];
  /** Reads a picture of one of the files. Absent where nothing lies beside them. */
  readPicture?: ReadPicture;
};

/** Of what lies where a run looked, all is as it is stored but for some documents. */
export type PartlyRead = {
  /** The names of those that may be other than they are stored: there, or gone. */
  names: string[];
  /** The ids of those that were seen and are the same. */
  same: string[];
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
  const found = nothingFound(null);
  const places: Place[] = [];
  for (const path of paths) places.push(...(await readPath(path, contentFolder, found)));
  return readOf(found, places, contentFolder);
}

/**
 * Reads what lies at some places of the content folder, as if it was met there, but for documents that
 * are known to be the same; their names are `same`. What is not there is no fault. What is read is of
 * the whole folder: `lookedAt` says so of all that it can hold.
 */
export async function readPlaces(
  places: readonly string[],
  contentFolder: string,
  isSame: IsSame,
): Promise<ReadDocuments & { same: string[] }> {
  const found = nothingFound(isSame);
  if (!(await isFolder(contentFolder)))
    found.faults.push({
      path: contentFolder,
      name: `${documentPath(contentFolder)}/`,
      fault: FOLDER_MISSING,
    });
  else for (const place of places) await readPlace(resolve(place), resolve(contentFolder), found);
  const read = readOf(found, [{ path: contentFolder, folder: true }], contentFolder);
  return { ...read, same: found.same };
}

function readOf(
  { files, roots, faults }: FoundFiles,
  places: readonly Place[],
  contentFolder: string,
): ReadDocuments {
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
    readPicture: (document, path) =>
      readPicture(roots.get(document) ?? contentFolder, document, path),
  };
}

/** Answers where it looked. */
async function readPath(path: string, contentFolder: string, found: FoundFiles): Promise<Place[]> {
  try {
    const folder = (await stat(path)).isDirectory();
    const root = isWithin(path, contentFolder) ? contentFolder : folder ? path : dirname(path);
    if (folder) await readFolder(path, root, found);
    else await readFile(path, { root, isNamed: true }, found);
    return [{ path, folder }];
  } catch (error) {
    const isContent = resolve(path) === resolve(contentFolder);
    const fault = isContent ? FOLDER_MISSING : readFault(path, error);
    found.faults.push({ path, name: `${documentPath(path)}/`, fault });
    return isContent ? [{ path, folder: true }] : [];
  }
}

/** What a link leads to, and what lies below it, is not there. */
async function readPlace(place: string, root: string, found: FoundFiles): Promise<void> {
  const way = relative(root, place);
  if (way === "") return readFolder(root, root, found);
  if (!isWithin(place, root) || isPassedOver(way)) return;
  const above = dirname(place);
  if (above !== root && !(await isRealFolder(above, root))) return;
  try {
    const stats = await lstat(place);
    if (stats.isDirectory()) await readFolder(place, root, found);
    else if (stats.isFile() && isDocument(basename(place)))
      await readFile(place, { root, isNamed: false }, found);
  } catch (error) {
    // Whoever may not look into a folder doesn't know what it holds.
    if (readFault(place, error) !== MISSING) await readFolder(above, root, found);
  }
}

/** Whether a path within a folder is reached from it without any link. */
async function isRealFolder(path: string, root: string): Promise<boolean> {
  let at = root;
  for (const part of relative(root, path).split(sep)) {
    at = join(at, part);
    const stats = await lstat(at).catch(() => null);
    if (stats?.isDirectory() !== true) return false;
  }
  return true;
}

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

function isWithin(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way === "" || (!way.startsWith("..") && way !== resolve(path));
}
