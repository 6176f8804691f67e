import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unpackArchive } from "@/lib/ingest/archive";
import { placeFault } from "@/lib/ingest/archive-place";
import { err, ok, type Result } from "@/lib/result";
import { conflict, type Failure, invalid, tooLarge } from "@/lib/study/failure";
import { isDiskFull } from "@/lib/study/disk-full";
import { exists } from "./folder";

/** What may come in one upload, packed or unpacked. */
const MAX_UPLOAD_BYTES = 100_000_000;

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
      ? await unpackInto(folder, { archive: arriving, path }, room)
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
  } catch (error) {
    if (isDiskFull(error)) throw error;
    return err(invalid(`“${path}” can't be stored under this name.`));
  }
}

async function unpackInto(
  folder: string,
  { archive, path: named }: { archive: string; path: string },
  room: number,
): Promise<Result<Received, Failure>> {
  const unpacked = join(folder, "unpacked");
  await mkdir(unpacked);
  try {
    const held = await unpackArchive(archive, unpacked, room);
    if (!held.ok) return err(invalid(held.error));
    const files = join(folder, "files");
    const within = folderOfArchive(named, held.value.files);
    const paths = held.value.files.map((path) => within + path);
    for (const path of paths)
      if (await exists(join(files, path)))
        return err(conflict(`The archive holds “${path}”, which is in this upload already.`));
    for (const path of held.value.files) {
      const placed = await place(join(unpacked, path), files, within + path);
      if (!placed.ok) return placed;
    }
    return ok({ files: paths, leftOut: held.value.leftOut });
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}

/** An archive is a folder: the one that all of it lies in, or one of its own name. */
function folderOfArchive(archive: string, files: readonly string[]): string {
  const way = archive.slice(0, archive.lastIndexOf("/") + 1);
  const tops = new Set(files.map((path) => /^[^/]+\//.exec(path)?.[0]));
  if (tops.size === 1 && !tops.has(undefined)) return way;
  // A browser counts what it downloads again; and a hidden folder would be passed over.
  const name = archive.slice(way.length).replace(/(?: \(\d+\))?\.zip$/i, "");
  return `${way}${name.replace(/^\.+/, "") || "archive"}/`;
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
