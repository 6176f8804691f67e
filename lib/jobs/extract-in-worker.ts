import type { Problem } from "@/lib/domain/problem";
import { type DocumentDraft, type SourceFile, unreadDocument } from "@/lib/ingest/extract-document";
import { tooSlow } from "@/lib/ingest/unread";
import type { Failure } from "./warm-worker";
import { type Urgency, workers } from "./worker-pool";

/** In all it is 2 s and 20 ms a KB, with the end of a worker; honest text takes 3 to 4 ms a KB. */
const LIMIT_MS = {
  all: { document: 1900, kilobyte: 19 },
  parsing: { document: 1600, kilobyte: 15 },
};

/**
 * A document's questions, read in a worker. Never throws on content: what takes too long, too much
 * memory or nests too deeply is left out with a problem; where the document has sections, a bad one
 * costs itself.
 */
export async function extractInWorker(
  file: SourceFile,
  urgency: Urgency = "now",
): Promise<DocumentDraft> {
  const within = ({ document, kilobyte }: typeof LIMIT_MS.all) =>
    document + (kilobyte * file.bytes.length) / 1024;
  const task = { file, parsingMs: within(LIMIT_MS.parsing) };
  const limits = { limitMs: within(LIMIT_MS.all), urgency };
  const read = await workers().perform("extract", task, limits);
  return read.ok ? read.value : unreadDocument(file, whyUnread(read.error));
}

function whyUnread(failure: Failure): Problem {
  if (failure === "too-slow") return tooSlow("long");
  if (failure === "too-large") return tooSlow("memory");
  return {
    line: 1,
    severity: "error",
    code: "reader-failed",
    message: `Rehearse failed in reading this document: ${failure.crashed}`,
    remedy: "This is a fault of Rehearse; please report it with the document.",
  };
}
