import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { RefusedFile } from "./read-fault";

/** Over 2,000 long answers. What is larger holds something else, and would be minutes in the reading. */
export const LARGEST_DOCUMENT = 10 * 1024 * 1024;
/** What one run holds in memory; 50,000 long answers are half of it. */
export const LARGEST_RUN = 512 * 1024 * 1024;

/**
 * A file's bytes. What kind of file it is, and how large, is known before any of it is read.
 * @throws RefusedFile, or what the system says
 */
export async function readDocument(
  path: string,
  { room, followLink }: { room: number; followLink: boolean },
): Promise<Uint8Array> {
  // Without NONBLOCK, opening a pipe would wait for somebody to write into it.
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
  const file = await open(path, O_RDONLY | O_NONBLOCK | (followLink ? 0 : O_NOFOLLOW));
  try {
    await refuseUnfit(file, room);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function refuseUnfit(file: FileHandle, room: number): Promise<void> {
  const found = await file.stat();
  if (!found.isFile())
    throw new RefusedFile({ code: null, message: "It is no file.", remedy: "Name a file." });
  if (found.size > LARGEST_DOCUMENT) {
    const size = (found.size / 1024 / 1024).toFixed(1);
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
      remedy: "Take them in in parts.",
    });
}
