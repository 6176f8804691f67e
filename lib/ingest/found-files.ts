import { lstat } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { documentPath } from "./document-path";
import type { SourceFile } from "./extract-document";
import { fileStamp } from "./file-stamp";
import { LARGEST_RUN, readDocument } from "./read-document";
import { MISSING, type ReadFault, readFault } from "./read-fault";
import { documentsBelow } from "./walk-folder";

/** Whether a document of this name is known to be the same, by what the disk says of its file. */
export type IsSame = (name: string, stamp: string) => boolean;

/** What was found so far where a run looks for documents. */
export type FoundFiles = {
  isSame: IsSame | null;
  files: Map<string, SourceFile>;
  /** Names of those that were not read. */
  same: string[];
  /** The folder that a file's pictures must lie in, by the file's name. */
  roots: Map<string, string>;
  faults: FoundFault[];
  /** Bytes that it may still hold. */
  room: number;
};

/** `name`: of the document that it would be. */
export type FoundFault = { path: string; name: string; fault: ReadFault };

/** Nothing yet. Where `isSame` is null, all is read. */
export function nothingFound(isSame: IsSame | null): FoundFiles {
  const room = LARGEST_RUN;
  return { isSame, files: new Map(), same: [], roots: new Map(), faults: [], room };
}

/** The system is asked about so many files at once. */
const AT_ONCE = 64;

/** Reads the documents in a folder and all below it; `root` is the collection that it is of. */
export async function readFolder(folder: string, root: string, found: FoundFiles): Promise<void> {
  const documents = documentsBelow(folder, (path, error) =>
    found.faults.push({ path, name: `${documentPath(path)}/`, fault: readFault(path, error) }),
  );
  for await (const files of inBatches(documents, AT_ONCE)) {
    const areSame = await Promise.all(files.map((file) => isKnown(file, found)));
    for (const [i, file] of files.entries())
      if (areSame[i] === true) found.same.push(documentPath(file));
      else await readFile(file, { root, isNamed: false }, found);
  }
}

/** Reads a file. `isNamed`: it was given as such, not met in a folder. */
export async function readFile(
  file: string,
  { root, isNamed }: { root: string; isNamed: boolean },
  found: FoundFiles,
): Promise<void> {
  const name = documentPath(file);
  try {
    // Whoever names a link means where it leads; one met in a folder may lead anywhere.
    const read = await readDocument(file, { room: found.room, followLink: isNamed });
    found.room -= read.bytes.length;
    found.roots.set(name, root);
    found.files.set(name, { path: name, folders: foldersBetween(root, file), ...read });
  } catch (error) {
    const fault = readFault(file, error);
    // What went since its folder was listed is gone, as if it had not been there.
    if (isNamed || fault !== MISSING) found.faults.push({ path: file, name, fault });
  }
}

async function isKnown(file: string, found: FoundFiles): Promise<boolean> {
  if (!found.isSame) return false;
  const stats = await lstat(file, { bigint: true }).catch(() => null);
  return stats?.isFile() === true && found.isSame(documentPath(file), fileStamp(stats));
}

async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function foldersBetween(root: string, file: string): string[] {
  return relative(resolve(root), dirname(resolve(file)))
    .split(sep)
    .filter((part) => part !== "" && part !== "..");
}
