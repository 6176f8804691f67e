import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Result } from "@/lib/result";
import type { SourceFile } from "./extract-document";
import { LARGEST_RUN, readDocument, RefusedFile } from "./read-document";
import { type PictureFault, type PictureFile, readPicture } from "./pictures-read";

/** A path that could not be read, in a sentence for people. */
export type UnreadablePath = { path: string; message: string };

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
  /** Reads a picture of one of the files. Absent where nothing lies beside them. */
  readPicture?: ReadPicture;
};

/**
 * Reads Markdown files and folders of them. Links, hidden files and `node_modules` in a folder are
 * passed over. A file's folders count from the content folder when it lies there, else from the path
 * given. What can't be read, or is too large, is named, and the rest is read.
 */
export async function readDocuments(
  paths: readonly string[],
  contentFolder: string,
): Promise<ReadDocuments> {
  const files = new Map<string, SourceFile>();
  const roots = new Map<string, string>();
  const places: Place[] = [];
  const unreadable: UnreadablePath[] = [];
  let room = LARGEST_RUN;
  for (const path of paths) {
    try {
      const folder = (await stat(path)).isDirectory();
      const found = folder ? await markdownFiles(path, unreadable) : [path];
      const root = isWithin(path, contentFolder) ? contentFolder : folder ? path : dirname(path);
      for (const file of found) {
        const name = documentPath(file);
        try {
          // Whoever names a link means where it leads; one met in a folder may lead anywhere.
          const bytes = await readDocument(file, { room, followLink: !folder });
          room -= bytes.length;
          roots.set(name, root);
          files.set(name, { path: name, folders: foldersBetween(root, file), bytes });
        } catch (error) {
          unreadable.push({ path: file, message: reason(error) });
        }
      }
      places.push({ path, folder });
    } catch (error) {
      unreadable.push({ path, message: reason(error) });
    }
  }
  const unread = unreadable.map(({ path }) => path);
  return {
    origin: "content",
    files: [...files.values()],
    unreadable,
    lookedAt: (path) =>
      !unread.some((place) => isWithin(path, place)) &&
      places.some((place) => coversPath(place, path)),
    readPicture: (document, path) => readPicture(roots.get(document) ?? document, document, path),
  };
}

type Place = { path: string; folder: boolean };

/** Whether a run over a place would have found a file of this path, had it been there. */
function coversPath(place: Place, path: string): boolean {
  const way = relative(resolve(place.path), resolve(path));
  if (way === "") return true;
  return place.folder && isWithin(path, place.path) && isDocument(way) && !isPassedOver(way);
}

function isDocument(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
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
async function markdownFiles(folder: string, unreadable: UnreadablePath[]): Promise<string[]> {
  const entries = await entriesOf(folder, unreadable);
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isPassedOver(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await markdownFiles(path, unreadable)));
    else if (entry.isFile() && isDocument(entry.name)) found.push(path);
  }
  return found;
}

async function entriesOf(folder: string, unreadable: UnreadablePath[]): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    unreadable.push({ path: folder, message: reason(error) });
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

function reason(error: unknown): string {
  if (error instanceof RefusedFile) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ELOOP") return "It is a link that leads elsewhere, or nowhere.";
  if (code === "ENOENT" || code === "ENOTDIR") return "There is no such file or folder.";
  if (code === "EACCES" || code === "EPERM") return "Reading it is not permitted.";
  return error instanceof Error ? error.message : basename(String(error));
}
