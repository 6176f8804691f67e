import type { Problem, ProblemCode } from "@/lib/domain/problem";
import type { Unread } from "./parse-markdown";

const NOTHING_READ = new Set<ProblemCode>([
  "binary-file",
  "encoding-unreadable",
  "reader-failed",
  "too-deep",
  "too-large",
  "too-slow",
  "unreadable",
]);

type Outcome = { questions: readonly unknown[]; problems: readonly Problem[] };

/** Whether nothing was read of a document, so that nothing is known to be missing from it. */
export function isUnread({ questions, problems }: Outcome): boolean {
  return questions.length === 0 && isPartlyRead({ problems });
}

/** Whether something was left out of a document: what is missing may stand there. */
export function isPartlyRead({ problems }: Pick<Outcome, "problems">): boolean {
  return problems.some(({ code }) => code === "section-too-slow" || NOTHING_READ.has(code));
}

/** What is said of a document of which nothing can be read in its time, or in a worker's memory. */
export function tooSlow(takesTooMuch: "long" | "memory"): Problem {
  const much = takesTooMuch === "long" ? "long" : "much memory";
  return {
    line: 1,
    severity: "error",
    code: "too-slow",
    message: `Reading this document takes too ${much}, so none of it is used.`,
    remedy: "Split it, or remove long runs of marks like * _ [ > that mean nothing.",
  };
}

/** The same of one that nests too deeply. */
export function tooDeep(): Problem {
  return {
    line: 1,
    severity: "error",
    code: "too-deep",
    message: "The document nests quotes or lists too deeply to be read.",
    remedy: "Remove the nesting.",
  };
}

/** What is said of lines that were left out; `lineOffset` lines of the file stand above the text. */
export function linesLeftOut({ from, to, code }: Unread, lineOffset: number): Problem {
  const [first, last] = [from + lineOffset, to + lineOffset];
  const { why, ...problem } = LEFT_OUT[code];
  return {
    line: first,
    severity: "error",
    message: `What begins here ${why}, and was left out (lines ${first} to ${last}).`,
    ...problem,
  };
}

const LEFT_OUT = {
  "too-slow": {
    code: "section-too-slow",
    why: "takes too long to read",
    remedy: "Split it, or remove long runs of marks like * _ [ > that mean nothing.",
  },
  "too-deep": {
    code: "too-deep",
    why: "nests quotes or lists too deeply",
    remedy: "Remove the nesting.",
  },
} as const;
