import type { Problem } from "@/lib/domain/problem";
import { type DocumentDraft, type SourceFile, unreadDocument } from "@/lib/ingest/extract-document";
import type { Failure } from "./warm-worker";
import { type Urgency, workers } from "./worker-pool";

/** Honest text takes 3 to 4 ms a KB. */
const LIMIT_MS = { document: 2000, kilobyte: 20 };

/**
 * A document's questions, read in a worker. Never throws on content: a document that takes too long,
 * or too much memory, is answered with a problem and without questions.
 */
export async function extractInWorker(
  file: SourceFile,
  urgency: Urgency = "now",
): Promise<DocumentDraft> {
  const limitMs = LIMIT_MS.document + (LIMIT_MS.kilobyte * file.bytes.length) / 1024;
  const drafted = await workers().perform("extract", file, { limitMs, urgency });
  return drafted.ok ? drafted.value : unreadDocument(file, whyUnread(drafted.error));
}

function whyUnread(failure: Failure): Problem {
  if (typeof failure === "object")
    return {
      line: 1,
      severity: "error",
      code: "reader-failed",
      message: `Rehearse failed in reading this document: ${failure.crashed}`,
      remedy: "This is a fault of Rehearse; please report it with the document.",
    };
  return {
    line: 1,
    severity: "error",
    code: "too-slow",
    message: `Reading this document takes too ${failure === "too-slow" ? "long" : "much memory"}, so nothing was taken in of it.`,
    remedy: "Split it, or remove long runs of marks like * _ [ > that mean nothing.",
  };
}
