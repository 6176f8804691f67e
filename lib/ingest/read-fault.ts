import type { Problem } from "@/lib/domain/problem";

/** Why a file or folder could not be read: in a sentence for people, and what to do about it. */
export type ReadFault = Pick<Problem, "message" | "remedy"> & {
  /** Null where there is nothing that could be a document. */
  code: "too-large" | "unreadable" | null;
};

/** A file that is not read, though it could be. */
export class RefusedFile extends Error {
  readonly fault: ReadFault;

  constructor(fault: ReadFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** What reading a path failed of. */
export function readFault(path: string, error: unknown): ReadFault {
  if (error instanceof RefusedFile) return error.fault;
  // Node writes U+FFFD for what it can't decode, and does not find the file by that name.
  if (path.includes("\uFFFD")) return BROKEN_NAME;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ELOOP") return LINK;
  if (code === "ENOENT" || code === "ENOTDIR") return MISSING;
  if (code === "ENAMETOOLONG") return LONG_NAME;
  if (code === "EACCES" || code === "EPERM") return FORBIDDEN;
  const message = error instanceof Error ? error.message : String(error);
  return { code: "unreadable", message, remedy: "See whether another program can read it." };
}

const LINK: ReadFault = {
  code: null,
  message: "It is a link that leads elsewhere, or nowhere.",
  remedy: "Put the file itself there.",
};

/** Nothing is there: told apart, as a file may go between being listed and being read. */
export const MISSING: ReadFault = {
  code: null,
  message: "There is no such file or folder.",
  remedy: "Correct the path.",
};

const FORBIDDEN: ReadFault = {
  code: "unreadable",
  message: "Reading it is not permitted.",
  remedy: "Give the user that runs Rehearse the right to read it.",
};

const LONG_NAME: ReadFault = {
  code: "unreadable",
  message: "Its name, with those of the folders around it, is too long to be opened.",
  remedy: "Shorten it, or move it further up.",
};

const BROKEN_NAME: ReadFault = {
  code: "unreadable",
  message: "Its name is no valid UTF-8, so that it can't be opened.",
  remedy: "Rename it.",
};

/** The content folder itself: nothing of it is put away. */
export const FOLDER_MISSING: ReadFault = {
  code: "unreadable",
  message: "The folder of your documents is not there.",
  remedy: "Bring it back, or set CONTENT_DIR to where they are. What you took in from it was kept.",
};
