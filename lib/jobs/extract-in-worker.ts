import type { Problem } from "@/lib/domain/problem";
import { type DocumentDraft, type SourceFile, unreadDocument } from "@/lib/ingest/extract-document";
import { badSections, sectionProblem } from "./bad-sections";
import type { Failure } from "./warm-worker";
import { type Urgency, workers } from "./worker-pool";

/**
 * Of a document as it is; once more for finding its bad sections. Honest text takes 3 to 4 ms a KB, so
 * that without them the rest is read soon: in all it is 2 s and 20 ms a KB.
 */
const LIMIT_MS = { document: 1000, kilobyte: 10 };

/**
 * A document's questions, read in a worker. Never throws on content: what takes too long, too much
 * memory or nests too deeply is left out with a problem; where the document has sections, a bad one
 * costs itself.
 */
export async function extractInWorker(
  file: SourceFile,
  urgency: Urgency = "now",
): Promise<DocumentDraft> {
  const limitMs = LIMIT_MS.document + (LIMIT_MS.kilobyte * file.bytes.length) / 1024;
  const limits = { limitMs, urgency };
  const whole = await workers().perform("extract", { file, leftOut: [] }, limits);
  if (whole.ok && !whole.value.problems.some(({ code }) => code === "too-deep")) return whole.value;
  const asItIs = whole.ok ? whole.value : unreadDocument(file, whyUnread(whole.error));
  const bad = await badSections(file, limitMs, urgency);
  if (!bad?.length) return asItIs;
  const leftOut = bad.map(({ section: { from, to } }) => ({ from, to }));
  const rest = await workers().perform("extract", { file, leftOut }, limits);
  if (!rest.ok) return asItIs;
  const problems = [...rest.value.problems, ...bad.map(sectionProblem)];
  return { ...rest.value, problems: problems.toSorted((a, b) => a.line - b.line) };
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
