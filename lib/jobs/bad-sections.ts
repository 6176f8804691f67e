import type { Section } from "@/lib/ingest/cut-document";
import type { SourceFile } from "@/lib/ingest/extract-document";
import type { Problem } from "@/lib/domain/problem";
import { stopwatch } from "./time-limit";
import { type Urgency, workers } from "./worker-pool";

/** Honest text takes 3 to 4 ms a KB; a bad section is to leave the others most of their time. */
const LIMIT_MS = { section: 200, kilobyte: 7 };

/** A section that can't be read, and why. */
export type BadSection = { section: Section; code: keyof typeof WHY_BAD };

/**
 * Tries a document section by section, each with a limit of its own, and answers those that can't be
 * read. When the bad ones have cost `limitMs`, or all of them twice that, what is left is not tried:
 * it counts as bad. Null where there are no sections, or no other.
 */
export async function badSections(
  file: SourceFile,
  limitMs: number,
  urgency: Urgency,
): Promise<BadSection[] | null> {
  const spentMs = stopwatch();
  const cut = await workers().perform("cut", file.bytes, { limitMs, urgency });
  if (!cut.ok) return null;
  const bad: BadSection[] = [];
  let costMs = 0;
  for (const section of cut.value) {
    const ownMs = LIMIT_MS.section + (LIMIT_MS.kilobyte * section.text.length) / 1024;
    const isOver = costMs > limitMs || spentMs() > 2 * limitMs;
    const code = isOver
      ? "section-too-slow"
      : await faultOf(file, section, { limitMs: ownMs, urgency });
    if (code) bad.push({ section, code });
    if (code) costMs += ownMs;
  }
  return bad.length < cut.value.length ? bad : null;
}

async function faultOf(
  file: SourceFile,
  { text }: Section,
  limits: { limitMs: number; urgency: Urgency },
): Promise<BadSection["code"] | null> {
  const part = { ...file, bytes: new TextEncoder().encode(text) };
  const tried = await workers().perform("extract", { file: part, leftOut: [] }, limits);
  if (tried.ok)
    return tried.value.problems.some(({ code }) => code === "too-deep") ? "too-deep" : null;
  return typeof tried.error === "object" ? "reader-failed" : "section-too-slow";
}

/** What is said of a section that was left out. */
export function sectionProblem({ section: { from, to }, code }: BadSection): Problem {
  const { why, remedy } = WHY_BAD[code];
  return {
    line: from,
    severity: "error",
    code,
    message: `The section that begins here ${why}, and was left out (lines ${from} to ${to}).`,
    remedy,
  };
}

const WHY_BAD = {
  "section-too-slow": {
    why: "takes too long to read",
    remedy: "Split it, or remove long runs of marks like * _ [ > that mean nothing.",
  },
  "too-deep": { why: "nests quotes or lists too deeply", remedy: "Remove the nesting." },
  "reader-failed": {
    why: "made Rehearse fail",
    remedy: "This is a fault of Rehearse; please report it with the document.",
  },
} as const;
