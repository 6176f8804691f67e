import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { unpackArchive } from "@/lib/ingest/archive";
import { placeFault } from "@/lib/ingest/archive-place";
import { readPicture } from "@/lib/ingest/pictures-read";
import { type ReadDocuments, readDocuments } from "@/lib/ingest/read-documents";
import { err, ok, type Result } from "@/lib/result";
import { conflict, type Failure, invalid, tooLarge } from "./failure";

/** What may come in one upload, packed or unpacked. */
export const MAX_UPLOAD_BYTES = 100_000_000;

const INCOMING = "incoming";
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

/** Removes an upload with all that came. */
export async function removeUpload(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/**
 * Takes an upload for oneself, so that no two confirm it: answers its folder's new name, or null when
 * another was faster. `back` gives it its own name again.
 */
export async function claimUpload(folder: string): Promise<string | null> {
  const claimed = `${folder}.taken`;
  return rename(folder, claimed).then(
    () => claimed,
    () => null,
  );
}

export async function giveBack(claimed: string): Promise<void> {
  await rename(claimed, claimed.replace(/\.taken$/, ""));
}

/** Removes uploads that nobody confirmed: those that are a day old; at start, all. */
export async function clearUploads(dataFolder: string, now: Date | "all"): Promise<void> {
  const incoming = join(dataFolder, INCOMING);
  for (const name of await readdir(incoming).catch(() => [])) {
    const folder = join(incoming, name);
    const { mtime } = await stat(folder);
    if (now === "all" || now.getTime() - mtime.getTime() > A_DAY_MS) await removeUpload(folder);
  }
}

/** A file on its way: where it belongs, and how many bytes its sender says it has. */
export type Arriving = { path: string; length: number };

/** Which files an upload gained, and what an archive held besides. */
export type Received = { files: string[]; leftOut: string[] };

/** Takes one file into an upload, as its bytes come. An archive is unpacked on arrival, and goes. */
export async function receiveInto(
  folder: string,
  { path, length }: Arriving,
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<Received, Failure>> {
  const fault = placeFault(path);
  if (fault !== null) return err(invalid(`“${path}” ${fault}.`));
  const room = MAX_UPLOAD_BYTES - (await bytesIn(join(folder, "files")));
  if (length > room) return err(tooLarge(TOO_MUCH));
  const arriving = join(folder, "arriving");
  // One file at a time, so that the room is known.
  const handle = await open(arriving, "wx").catch(() => null);
  if (!handle)
    return err(conflict("Another file of this upload is on its way; send one at a time."));
  try {
    const bytes = await pour(body, length, handle);
    if (bytes !== length)
      return err(invalid(`“${path}” broke off: ${bytes} of ${length} bytes came.`));
    return /\.zip$/i.test(path)
      ? await unpackInto(folder, arriving, room)
      : await place(arriving, join(folder, "files"), path);
  } finally {
    await rm(arriving, { force: true });
  }
}

const TOO_MUCH = `An upload holds at most ${MAX_UPLOAD_BYTES / 1e6} MB. Send the rest afterwards.`;

/** Writes what comes, no more than the length, and closes the file; answers how many bytes came. */
async function pour(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length: number,
  file: FileHandle,
): Promise<number> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > length) return bytes;
      await file.writeFile(chunk);
    }
  } catch (error) {
    // Else the sender went away. A full disk is our own fault.
    if (error instanceof Error && "syscall" in error && error.syscall === "write") throw error;
  } finally {
    await file.close();
  }
  return bytes;
}

async function place(
  file: string,
  files: string,
  path: string,
): Promise<Result<Received, Failure>> {
  const target = join(files, path);
  if (await exists(target)) return err(conflict(`There is a “${path}” in this upload already.`));
  try {
    await mkdir(dirname(target), { recursive: true });
    await rename(file, target);
    return ok({ files: [path], leftOut: [] });
  } catch {
    return err(invalid(`“${path}” can't be stored under this name.`));
  }
}

async function unpackInto(
  folder: string,
  archive: string,
  room: number,
): Promise<Result<Received, Failure>> {
  const unpacked = join(folder, "unpacked");
  await mkdir(unpacked);
  try {
    const held = await unpackArchive(archive, unpacked, room);
    if (!held.ok) return err(invalid(held.error));
    const files = join(folder, "files");
    for (const path of held.value.files)
      if (await exists(join(files, path)))
        return err(conflict(`The archive holds “${path}”, which is in this upload already.`));
    for (const path of held.value.files) {
      const placed = await place(join(unpacked, path), files, path);
      if (!placed.ok) return placed;
    }
    return ok(held.value);
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
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
 * retire what it doesn't hold.
 */
export async function readUpload(folder: string, path?: string): Promise<ReadDocuments> {
  const root = join(folder, "files");
  const read = await readDocuments([path === undefined ? root : join(root, path)], root);
  const named = <T extends { path: string }>(file: T) => ({
    ...file,
    path: relative(root, resolve(file.path)).split(sep).join("/"),
  });
  const files = read.files.map(named);
  const paths = new Set(files.map((file) => file.path));
  return {
    origin: "upload",
    files,
    unreadable: read.unreadable.map(named),
    lookedAt: (name) => paths.has(name),
    readPicture: (document, picture) => pictureIn(folder, document, picture),
  };
}

/** A picture of an upload, by the document that shows it and the path that this writes. */
export function pictureIn(folder: string, document: string, path: string) {
  const root = join(folder, "files");
  return readPicture(root, join(root, document), path);
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
