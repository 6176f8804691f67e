import { isDocumentOrPicture } from "@/lib/domain/file-kinds";

/** A file as it was chosen: its folders and name, parted by `/`. */
export type ChosenFile = { path: string; file: File };

/** What was chosen, as far as Rehearse has a use for it; the rest by its paths. */
export type Choice = { files: ChosenFile[]; leftOut: string[] };

const PASSED_OVER = /(?:^|\/)(?:\.|node_modules\/)/;

/** The files of an input, a folder's with the way to each. */
export function filesOfInput(list: FileList): Choice {
  return sorted([...list].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/** The files of a drop, those in dropped folders too. */
export async function filesOfDrop({ items }: DataTransfer): Promise<Choice> {
  // The list is emptied when the event is over: all is taken before anything is awaited.
  const dropped = Array.from(items, (item) => item.webkitGetAsEntry() ?? item.getAsFile());
  return sorted((await Promise.all(dropped.map(filesBelow))).flat());
}

/** A text that was pasted, as the file that it would be. */
export function fileOfText(name: string, text: string): Choice {
  const path = isWanted(name) ? name : `${name}.md`;
  return sorted([{ path, file: new File([text], path, { type: "text/markdown" }) }]);
}

function isWanted(name: string): boolean {
  return isDocumentOrPicture(name) || /\.zip$/i.test(name);
}

/** Hidden files and installed packages are passed over without a word. */
function sorted(found: ChosenFile[]): Choice {
  const named = found
    // macOS takes names apart: é is e and an accent there.
    .map(({ path, file }) => ({ path: path.normalize("NFC"), file }))
    .filter(({ path }) => !PASSED_OVER.test(path));
  const files = named.filter(({ path }) => isWanted(path));
  const leftOut = named.filter(({ path }) => !isWanted(path)).map(({ path }) => path);
  return { files, leftOut };
}

async function filesBelow(entry: FileSystemEntry | File | null): Promise<ChosenFile[]> {
  if (entry === null) return [];
  if (entry instanceof File) return [{ path: entry.name, file: entry }];
  if (PASSED_OVER.test(`${entry.fullPath.slice(1)}/`)) return [];
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.slice(1), file }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await readSome(reader);
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(filesBelow))).flat();
}

/** A folder is read a hundred entries at a time. */
function readSome(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
