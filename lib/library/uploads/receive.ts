import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unpackArchive } from "@/lib/ingest/archive";
import { placeFault } from "@/lib/ingest/archive-place";
import { err, ok, type Result } from "@/lib/result";
import { conflict, type Failure, invalid, tooLarge } from "@/lib/use-case/failure";
import { isDiskFull } from "@/lib/use-case/disk-full";
import { newId } from "@/lib/use-case/ids";
import type { Received } from "@/lib/wire/uploads";
import { ARRIVING, exists } from "./folder";
import { MAX_UPLOAD_BYTES, quotaOf } from "./upload-quota";

/** A file on its way: where it belongs, and how many bytes its sender says it has. */
export type Arriving = { path: string; length: number };

/**
 * Takes one file into an upload, as its bytes come; others may come beside it. An archive is unpacked
 * on arrival, and goes.
 */
export async function receiveInto(
  folder: string,
  { path, length }: Arriving,
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<Received, Failure>> {
  const fault = placeFault(path);
  if (fault !== null) return err(invalid(`“${path}” ${fault}.`));
  const quota = quotaOf(folder);
  if (!(await quota.take(length))) return err(tooLarge(TOO_MUCH));
  let isIn = false;
  try {
    const received = await arrive(folder, { path, length }, body);
    isIn = received.ok;
    return received;
  } finally {
    if (!isIn) quota.giveBack(length);
  }
}

async function arrive(
  folder: string,
  { path, length }: Arriving,
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<Received, Failure>> {
  const arriving = join(folder, `${newId()}${ARRIVING}`);
  try {
    const bytes = await pour(body, length, await open(arriving, "wx"));
    if (bytes !== length)
      return err(invalid(`“${path}” broke off: ${bytes} of ${length} bytes came.`));
    return await quotaOf(folder).inTurn(() =>
      /\.zip$/i.test(path)
        ? unpackInto(folder, { archive: arriving, path, length })
        : place(arriving, join(folder, "files"), path),
    );
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

/** Unpacks an archive that came, whole or not at all, while nothing else takes its place. */
async function unpackInto(
  folder: string,
  { archive, path: named, length }: Arriving & { archive: string },
): Promise<Result<Received, Failure>> {
  const quota = quotaOf(folder);
  const unpacked = join(folder, "unpacked");
  await mkdir(unpacked);
  try {
    // The archive itself goes.
    const held = await unpackArchive(archive, unpacked, quota.leftBytes + length);
    if (!held.ok) return err(invalid(held.error));
    const within = folderOfArchive(named, held.value.files);
    const placed = await placeAll(unpacked, join(folder, "files"), held.value.files, within);
    if (!placed.ok) return placed;
    quota.giveBack(length - held.value.bytes);
    return ok({ files: placed.value.files, leftOut: held.value.leftOut });
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}

async function placeAll(
  unpacked: string,
  files: string,
  names: readonly string[],
  within: string,
): Promise<Result<Received, Failure>> {
  for (const name of names)
    if (await exists(join(files, within + name)))
      return err(
        conflict(`The archive holds “${within + name}”, which is in this upload already.`),
      );
  const placed: string[] = [];
  for (const name of names) {
    const answer = await place(join(unpacked, name), files, within + name);
    if (!answer.ok) {
      for (const path of placed) await rm(join(files, path));
      return answer;
    }
    placed.push(within + name);
  }
  return ok({ files: placed, leftOut: [] });
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
