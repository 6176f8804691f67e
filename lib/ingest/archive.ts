import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { isDocumentOrPicture } from "@/lib/domain/file-kinds";
import { err, ok, type Result } from "@/lib/result";
import { placeFault } from "./archive-place";

/** What an archive held: files unpacked with their bytes, and what was not wanted, by their names in it. */
export type Unpacked = { files: string[]; bytes: number; leftOut: string[] };

const LIMITS = {
  entries: 5000,
  entryBytes: 20_000_000,
  /** Text packs to a tenth, and to a fortieth where it repeats itself; DEFLATE ends at 1032. */
  ratio: 200,
  /** Below this a high ratio harms nobody. */
  ratioCountsFrom: 1_000_000,
};

/**
 * Unpacks the documents and pictures of a zip archive into an empty folder, at most `room` bytes of
 * them. An archive that names files outside, links, is encrypted, unpacks to too much or says of its
 * entries what is not so is refused whole, in a sentence that names the entry; what was unpacked by
 * then is the caller's to remove.
 */
export async function unpackArchive(
  archive: string,
  folder: string,
  room: number,
): Promise<Result<Unpacked, string>> {
  let zip: ZipFile;
  try {
    // Names and sizes are checked here, so that a refusal names the entry.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
    zip = await openPromise(archive, { ...options, validateEntrySizes: false });
  } catch {
    return err(DAMAGED);
  }
  try {
    return await unpack(zip, folder, room);
  } finally {
    zip.close();
  }
}

const DAMAGED = "This is no zip archive, or it is damaged.";

type Wanted = { entry: Entry; name: string };

async function unpack(
  zip: ZipFile,
  folder: string,
  room: number,
): Promise<Result<Unpacked, string>> {
  const listed = await listEntries(zip, room);
  if (!listed.ok) return listed;
  const { wanted, leftOut, bytes } = listed.value;
  for (const { entry, name } of wanted) {
    const fault = await unpackEntry(zip, entry, join(folder, name));
    if (fault !== null) return err(`“${name}” in the archive ${fault}.`);
  }
  return ok({ files: wanted.map(({ name }) => name), bytes, leftOut });
}

/** Reads the archive's own list, and refuses what it declares before anything is unpacked. */
async function listEntries(
  zip: ZipFile,
  room: number,
): Promise<Result<{ wanted: Wanted[]; bytes: number; leftOut: string[] }, string>> {
  const entries = await readList(zip);
  if (!entries.ok) return entries;
  const wanted = new Map<string, Wanted>();
  const leftOut: string[] = [];
  let bytes = 0;
  for (const entry of entries.value) {
    const name = nameOf(entry);
    const fault = faultOf(entry, name) ?? (wanted.has(name) ? "is in it twice" : null);
    if (fault !== null) return err(`“${name}” in the archive ${fault}.`);
    if (name.endsWith("/") || isPassedOver(name)) continue;
    if (!isDocumentOrPicture(name)) leftOut.push(name);
    else {
      const tooMuch = sizeFault(entry);
      if (tooMuch !== null) return err(`“${name}” in the archive ${tooMuch}.`);
      wanted.set(name, { entry, name });
      bytes += entry.uncompressedSize;
    }
  }
  if (bytes > room)
    return err(`The archive unpacks to ${megabytes(bytes)}; there is room for ${megabytes(room)}.`);
  return ok({ wanted: [...wanted.values()], bytes, leftOut });
}

async function readList(zip: ZipFile): Promise<Result<Entry[], string>> {
  if (zip.entryCount > LIMITS.entries)
    return err(`The archive holds ${zip.entryCount} files; at most ${LIMITS.entries} go at once.`);
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return ok(entries);
  } catch {
    return err(DAMAGED);
  }
}

/** Many programs write UTF-8 without saying so; what is none is in the format's old code page. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  try {
    return utf8.decode(fileNameRaw);
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function faultOf(entry: Entry, name: string): string | null {
  if (isSpecial(entry)) return "is a link, which is not followed";
  if (entry.isEncrypted()) return "is encrypted";
  return placeFault(name.replace(/\/$/, ""));
}

/** Where a Unix made the archive, the upper half says what kind of file it was. */
function isSpecial({ externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & 0o170000;
  return kind !== 0 && kind !== 0o100000 && kind !== 0o040000;
}

function sizeFault({ compressedSize, uncompressedSize, compressionMethod }: Entry): string | null {
  if (compressionMethod !== 0 && compressionMethod !== 8)
    return "is packed in a way that can't be read here";
  if (uncompressedSize > LIMITS.entryBytes)
    return `unpacks to ${megabytes(uncompressedSize)}; a file may have ${megabytes(LIMITS.entryBytes)}`;
  if (uncompressedSize > Math.max(LIMITS.ratioCountsFrom, LIMITS.ratio * compressedSize))
    return `unpacks to more than ${LIMITS.ratio} times its size`;
  return null;
}

/** Writes an entry to a new file, no more of it than it declares; says what is wrong with it. */
async function unpackEntry(zip: ZipFile, entry: Entry, file: string): Promise<string | null> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(file, "wx");
    try {
      return await pour(zip, entry, (chunk) => handle.writeFile(chunk));
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isNameFault(error)) return "has a name that another file has, or none can have";
    throw error;
  }
}

async function pour(
  zip: ZipFile,
  entry: Entry,
  write: (chunk: Buffer) => Promise<void>,
): Promise<string | null> {
  let bytes = 0;
  let sum = 0;
  try {
    const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) return LIES;
      sum = crc32(chunk, sum);
      await write(chunk);
    }
  } catch (error) {
    // A full disk is nobody's lie.
    if (error instanceof Error && "syscall" in error) throw error;
    return "is damaged";
  }
  if (bytes !== entry.uncompressedSize) return LIES;
  return sum === entry.crc32 ? null : "is damaged";
}

const LIES = "unpacks to another size than it says";

function isNameFault(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return ["EEXIST", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "EINVAL"].some((known) => known === code);
}

/** Hidden files, and what systems put into archives for themselves. */
function isPassedOver(name: string): boolean {
  return /(?:^|\/)(?:\.|__MACOSX\/|node_modules\/)/.test(name);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e5) / 10} MB`;
}
