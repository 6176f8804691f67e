import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { placeFault } from "@/lib/ingest/archive-place";
import { readPicture } from "@/lib/ingest/pictures-read";
import { type ReadDocuments, readDocuments } from "@/lib/ingest/read-documents";
import { forgetQuota } from "./upload-quota";

const INCOMING = "incoming";
/** How the name of a file ends that is still on its way into an upload. */
export const ARRIVING = ".arriving";
const A_DAY_MS = 24 * 60 * 60 * 1000;

/**
 * An upload is a folder until it is confirmed: in `files` lies what came, as it was sent, and beside
 * it what is still on its way. It is read as the content folder is.
 */
export async function makeUpload(dataFolder: string, id: string): Promise<void> {
  await mkdir(join(dataFolder, INCOMING, id, "files"), { recursive: true });
}

/** The folder of an upload; null when there is none of that id. */
export async function findUpload(dataFolder: string, id: string): Promise<string | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const folder = join(dataFolder, INCOMING, id);
  return (await exists(folder)) ? folder : null;
}

/** Removes an upload with all that came; what is still being written for it finds no folder. */
export async function removeUpload(folder: string): Promise<void> {
  const gone = `${folder}.gone`;
  forgetQuota(folder.replace(/\.taken$/, ""));
  await rename(folder, gone).catch(() => undefined);
  await rm(gone, { recursive: true, force: true });
}

/**
 * Takes an upload for oneself, so that no two confirm it: answers its folder's new name, or null when
 * another was faster.
 */
export async function claimUpload(folder: string): Promise<string | null> {
  const claimed = `${folder}.taken`;
  return rename(folder, claimed).then(
    () => claimed,
    () => null,
  );
}

/** Gives an upload that was taken its own name again, to be confirmed anew. */
export async function giveBack(claimed: string): Promise<void> {
  await rename(claimed, claimed.replace(/\.taken$/, ""));
}

/** Removes uploads that nobody confirmed in a day. */
export async function clearUploads(dataFolder: string, now: Date): Promise<void> {
  for (const folder of await uploadFolders(dataFolder)) {
    // One that goes meanwhile is as old as time.
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: 0 }));
    if (now.getTime() - mtimeMs > A_DAY_MS) await removeUpload(folder);
  }
}

/**
 * At a start: what a server that was killed left half done. An upload that it was storing lies there
 * to be confirmed again, which stores the rest; what it was removing goes.
 */
export async function recoverUploads(dataFolder: string): Promise<void> {
  for (const folder of await uploadFolders(dataFolder)) {
    for (const name of await readdir(folder).catch(() => []))
      if (name.endsWith(ARRIVING) || name === "unpacked")
        await rm(join(folder, name), { recursive: true, force: true });
    if (folder.endsWith(".gone")) await rm(folder, { recursive: true, force: true });
    if (folder.endsWith(".taken")) await giveBack(folder);
  }
}

async function uploadFolders(dataFolder: string): Promise<string[]> {
  const incoming = join(dataFolder, INCOMING);
  return (await readdir(incoming).catch(() => [])).map((name) => join(incoming, name));
}

/** Gives a file of an upload the next free name in its folder: `vpc.md` → `vpc-2.md`. */
export async function renameApart(
  folder: string,
  path: string,
  isTaken: (path: string) => boolean,
): Promise<void> {
  const [, stem = path, ending = ""] = /^(.*?)(\.[^./]*)?$/s.exec(path) ?? [];
  const free = async (n: number): Promise<string> => {
    const name = `${stem}-${n}${ending}`;
    return isTaken(name) || (await exists(join(folder, "files", name))) ? free(n + 1) : name;
  };
  await rename(join(folder, "files", path), join(folder, "files", await free(2)));
}

/** Whether an upload holds a file under this path. */
export async function holds(folder: string, path: string): Promise<boolean> {
  return placeFault(path) === null && (await exists(join(folder, "files", path)));
}

/**
 * The documents of an upload, or the one of that path; each named by its place in it. It can't
 * retire what it doesn't hold. The folder that was chosen is the collection, as it is on the command
 * line, and no topic.
 */
export async function readUpload(
  folder: string,
  path?: string,
): Promise<Omit<ReadDocuments, "readPicture">> {
  const root = join(folder, "files");
  const read = await readDocuments([path === undefined ? root : join(root, path)], root);
  const named = <T extends { path: string }>(file: T) => ({
    ...file,
    path: relative(root, resolve(file.path)).split(sep).join("/"),
  });
  const files = read.files.map((file) => ({ ...named(file), folders: file.folders.slice(1) }));
  const paths = new Set(files.map((file) => file.path));
  return {
    origin: "upload",
    files,
    unreadable: read.unreadable.map(named),
    lookedAt: (name) => paths.has(name),
    partly: { names: [...paths], same: [] },
  };
}

/** A picture of an upload, by the document that shows it and the path that this writes. */
export function pictureIn(folder: string, document: string, path: string) {
  const root = join(folder, "files");
  return readPicture(root, join(root, document), path);
}

/** Whether anything lies there. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
