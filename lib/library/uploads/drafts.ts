import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type DocumentDraft,
  EXTRACTOR_VERSION,
  fingerprint,
  type SourceFile,
} from "@/lib/ingest/extract-document";
import { isDiskFull } from "@/lib/use-case/disk-full";
import { newId } from "@/lib/use-case/ids";
import type { Extract } from "@/lib/library/run/take-files";

/**
 * Makes a file's drafts once for an upload, and keeps them in its folder: what the preview read is not
 * read again when its questions are looked at, nor when it is confirmed. Whoever removes the upload
 * ends the reading.
 * @throws what the system says when the folder is gone
 */
export function keepingDrafts(folder: string, extract: Extract): Extract {
  return async (file) => {
    const kept = join(folder, `${keyOf(file)}.json`);
    const before = await keptDraft(kept);
    if (before) return before;
    const draft = await extract(file);
    await keep(kept, draft);
    return draft;
  };
}

async function keptDraft(kept: string): Promise<DocumentDraft | null> {
  const json = await readFile(kept, "utf8").catch(() => null);
  const draft: unknown = JSON.parse(json ?? "null");
  return isDraft(draft) ? draft : null;
}

/** Of this extractor's version, as its name says. */
function isDraft(kept: unknown): kept is DocumentDraft {
  return typeof kept === "object" && kept !== null && "questions" in kept;
}

/** It is there whole or not at all. */
async function keep(kept: string, draft: DocumentDraft): Promise<void> {
  const part = `${kept}.${newId()}`;
  try {
    await writeFile(part, JSON.stringify(draft));
    await rename(part, kept);
  } catch (error) {
    // On a full disk it is read once more, later.
    if (!isDiskFull(error)) throw error;
  }
}

/** All that a draft depends on. */
function keyOf({ path, folders, bytes }: SourceFile): string {
  const facts = JSON.stringify([EXTRACTOR_VERSION, path, folders, fingerprint(bytes)]);
  return createHash("sha256").update(facts).digest("hex");
}
