/** A fault in a document, for its author: what is wrong, where, and what to do. */
export type Problem = {
  /** From 1, in the file as it is on disk. */
  line: number;
  /** An error leaves something out; a warning takes it in as it is. */
  severity: "error" | "warning";
  code: ProblemCode;
  message: string;
  remedy: string;
};

export type ProblemCode =
  | "answer-missing"
  | "answer-too-long"
  | "answer-truncated"
  | "binary-file"
  | "diagram-not-drawn"
  | "duplicate-number"
  | "duplicate-prompt"
  | "empty-file"
  | "empty-prompt"
  | "encoding-assumed"
  | "encoding-unreadable"
  | "front-matter-unreadable"
  | "front-matter-value"
  | "heading-levels-jump"
  | "no-question"
  | "picture-missing"
  | "picture-unusable"
  | "questions-missing"
  | "reader-failed"
  | "remote-image"
  | "section-too-slow"
  | "too-deep"
  | "too-large"
  | "too-slow"
  | "unclosed-fence"
  | "unreadable"
  | "unknown-front-matter-key";

/** The line that a problem stands on; null for one of the whole document, which is told of on its first. */
export function lineOf({ code, line }: Pick<Problem, "code" | "line">): number | null {
  return line === 1 && OF_ALL.has(code) ? null : line;
}

const OF_ALL = new Set<ProblemCode>([
  "binary-file",
  "empty-file",
  "encoding-assumed",
  "encoding-unreadable",
  "no-question",
  "questions-missing",
  "reader-failed",
  "too-deep",
  "too-large",
  "too-slow",
  "unreadable",
]);

/** Problems of one kind with one remedy: what is wrong, in a sentence for all of them. */
export type ProblemGroup = Pick<Problem, "severity" | "message" | "remedy"> & {
  problems: Problem[];
};

/** Problems by what there is to do, errors first; a few of a kind stay each by itself. */
export function problemGroups(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems.toSorted((a, b) => rank(a) - rank(b))) {
    const key = `${problem.severity} ${problem.code} ${problem.remedy}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()].flatMap((group) => together(group) ?? group.map(alone));
}

function rank({ severity }: Problem): number {
  return severity === "error" ? 0 : 1;
}

const A_FEW = 2;

function together(problems: Problem[]): ProblemGroup | null {
  const [first] = problems;
  const plural = first && PLURALS[first.code];
  if (!plural || problems.length <= A_FEW) return null;
  const message = `${problems.length} ${plural}`;
  return { ...alone(first), message, remedy: forEach(first.remedy), problems };
}

/** A remedy is a sentence that says what to do about one of a kind. */
function forEach(remedy: string): string {
  return `For each: ${remedy.charAt(0).toLowerCase()}${remedy.slice(1)}`;
}

function alone(problem: Problem): ProblemGroup {
  const { severity, message, remedy } = problem;
  return { severity, message, remedy, problems: [problem] };
}

/** What many of a kind have in common; a kind of which a document has one is not here. */
const PLURALS: Partial<Record<ProblemCode, string>> = {
  "answer-missing": "questions have no answer; they are practised without one.",
  "answer-too-long": "answers are too long to be laid out; they are shown as plain text.",
  "answer-truncated": "answers break off in the middle.",
  "diagram-not-drawn": "diagrams are shown as text.",
  "duplicate-number": "questions have the number of another.",
  "duplicate-prompt": "questions ask the same as another.",
  "empty-prompt": "questions have no text and were left out.",
  "front-matter-value": "values in the front matter were not understood.",
  "picture-missing": "pictures are not there.",
  "picture-unusable": "pictures can't be shown.",
  "remote-image": "pictures on other servers are shown as links.",
  "section-too-slow": "sections take too long to read, and were left out.",
  "too-deep": "sections nest quotes or lists too deeply, and were left out.",
  "unknown-front-matter-key": "names in the front matter are not known.",
};
