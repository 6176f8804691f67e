import { type BigIntStats, constants } from "node:fs";
import { open } from "node:fs/promises";
import { lastingStamp } from "./file-stamp";
import { RefusedFile } from "./read-fault";

/** Over 2,000 long answers. What is larger holds something else, and would be minutes in the reading. */
export const LARGEST_DOCUMENT = 10 * 1024 * 1024;
/** What one run holds in memory; 50,000 long answers are half of it. */
export const LARGEST_RUN = 512 * 1024 * 1024;

/**
 * A file's bytes, and its stamp where that will tell whether they are the same. What kind of file it is, and how large, is known before any of it is read.
 * @throws RefusedFile, or what the system says
 */
export async function readDocument(
  path: string,
  { room, followLink }: { room: number; followLink: boolean },
): Promise<{ bytes: Uint8Array; stamp: string | null }> {
  // Without NONBLOCK, opening a pipe would wait for somebody to write into it.
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
  const file = await open(path, O_RDONLY | O_NONBLOCK | (followLink ? 0 : O_NOFOLLOW));
  try {
    const nowMs = Date.now();
    // Before the bytes: what comes in between shows as another stamp.
    const stats = await file.stat({ bigint: true });
    refuseUnfit(stats, room);
    return { bytes: await file.readFile(), stamp: lastingStamp(stats, nowMs) };
  } finally {
    await file.close();
  }
}

function refuseUnfit(found: BigIntStats, room: number): void {
  if (!found.isFile())
    throw new RefusedFile({ code: null, message: "It is no file.", remedy: "Name a file." });
  if (found.size > LARGEST_DOCUMENT) {
    const size = (Number(found.size) / 1024 / 1024).toFixed(1);
    throw new RefusedFile({
      code: "too-large",
      message: `It is larger than 10 MB (${size} MB).`,
      remedy: "Split it into several documents.",
    });
  }
  if (found.size > room)
    throw new RefusedFile({
      code: "too-large",
      message: "There are more than 512 MB of documents.",
      remedy: "Add them in parts.",
    });
}
