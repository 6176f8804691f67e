import { createHash } from "node:crypto";
import { open, realpath, stat } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { imageSize } from "image-size";
import type { Problem } from "@/lib/domain/problem";
import { err, ok, type Result } from "@/lib/result";
import { fileStamp, lastingStamp } from "./file-stamp";

/** A picture's bytes, what they are, and their size in CSS pixels; `stamp` as a document's. */
export type PictureFile = {
  hash: string;
  type: string;
  width: number;
  height: number;
  bytes: Uint8Array<ArrayBuffer>;
  stamp?: string | null;
};

/** Why a picture was not taken in. */
export type PictureFault = Pick<Problem, "code" | "message" | "remedy">;

const MAX_BYTES = 10_000_000;

/**
 * The picture that a document means by a relative path. Only files that really lie within `root` are
 * read: no `../` and no link leads out of it.
 */
export async function readPicture(
  root: string,
  document: string,
  path: string,
): Promise<Result<PictureFile, PictureFault>> {
  const file = resolve(dirname(document), path);
  try {
    if (!isWithin(file, resolve(root))) return err(outside(path));
    // What a link leads to counts, not where it stands.
    if (!isWithin(await realpath(file), await realpath(root))) return err(outside(path));
    const nowMs = Date.now();
    const stats = await stat(file, { bigint: true });
    const size = Number(stats.size);
    if (!stats.isFile()) return err(missing(path));
    if (size > MAX_BYTES) return err(unusable(path, "is over 10 MB", "Make it smaller."));
    const read = measured(path, await readAtMost(file, size));
    return read.ok ? ok({ ...read.value, stamp: lastingStamp(stats, nowMs) }) : read;
  } catch {
    return err(missing(path));
  }
}

/** The stamp of what a document means by a relative path as it is now; null where nothing is there. */
export async function pictureStamp(document: string, path: string): Promise<string | null> {
  const file = resolve(dirname(document), path);
  return stat(file, { bigint: true }).then(fileStamp, () => null);
}

/** A file that grows meanwhile is not followed. */
async function readAtMost(file: string, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(size), 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function measured(path: string, bytes: Uint8Array<ArrayBuffer>): Result<PictureFile, PictureFault> {
  const type = pictureType(bytes);
  const size = type && sizeInPixels(bytes);
  if (!type || !size)
    return err(
      unusable(path, "is no picture that can be shown", "Use PNG, JPEG, GIF, WebP or SVG."),
    );
  const hash = createHash("sha256").update(bytes).digest("hex");
  return ok({ hash, type, ...size, bytes });
}

/** What the bytes are, whatever the name says; null for what is none of the five kinds. */
export function pictureType(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 1000)).toString("latin1");
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (start.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (/^GIF8[79]a/.test(start)) return "image/gif";
  if (/^RIFF[^]{4}WEBP/.test(start)) return "image/webp";
  // An SVG may begin with a declaration, a doctype and comments, but with no other element.
  if (/^(?:\xef\xbb\xbf)?\s*(?:<[?!][^]*?>\s*)*<svg[\s>]/i.test(start)) return "image/svg+xml";
  return null;
}

function sizeInPixels(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return null;
    const [across, down] = [Math.ceil(width), Math.ceil(height)];
    // Exif 5 to 8 lie on their side, and browsers put them upright.
    return orientation >= 5 ? { width: down, height: across } : { width: across, height: down };
  } catch {
    return null;
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && way !== path;
}

function missing(path: string): PictureFault {
  return {
    code: "picture-missing",
    message: `The picture “${path}” is not there.`,
    remedy: "Put it where the document says, or correct its path.",
  };
}

function outside(path: string): PictureFault {
  return {
    code: "picture-missing",
    message: `The picture “${path}” lies outside the folder of the documents, where nothing is read.`,
    remedy: "Put it beside the document.",
  };
}

function unusable(path: string, what: string, remedy: string): PictureFault {
  return { code: "picture-unusable", message: `The picture “${path}” ${what}.`, remedy };
}
