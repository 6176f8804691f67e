import { buffer } from "node:stream/consumers";
import { type Options, ZipFile } from "yazl";

export type Entry = { name: string; bytes: string | Uint8Array; options?: Partial<Options> };

/** A sound zip archive of those files. */
export async function aZip(...entries: Entry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes, options } of entries)
    zip.addBuffer(Buffer.from(bytes), name, { mtime: new Date("2026-11-24"), ...options });
  zip.end();
  return buffer(zip.outputStream);
}

/** The same bytes with a latin-1 text in place of another of the same length, wherever it stands. */
export function renamed(zip: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error("Not of one length");
  return Buffer.from(zip.toString("latin1").replaceAll(from, to), "latin1");
}

/** Offsets within an entry of the archive's own list, at its end. */
export const LISTED = { flags: 8, method: 10, crc: 16, packed: 20, unpacked: 24, attributes: 38 };

/** The same bytes with another number at an offset of the first entry of the archive's list. */
export function patched(zip: Buffer, offset: number, value: number): Buffer {
  const copy = Buffer.from(zip);
  const list = copy.indexOf("PK\x01\x02", 0, "latin1");
  if (offset === LISTED.flags || offset === LISTED.method) copy.writeUInt16LE(value, list + offset);
  else copy.writeUInt32LE(value, list + offset);
  return copy;
}
