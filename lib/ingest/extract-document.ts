import { createHash } from "node:crypto";
import type { Root } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { visit } from "unist-util-visit";
import { brokenOffLine } from "./broken-off";
import { decode } from "./decode";
import { bestDialect, DIALECTS } from "./dialects";
import type { FoundQuestion, ParsedDocument } from "./dialects/dialect";
import { splitFrontMatter } from "./front-matter";
import { type KeyPointDraft, keyPoints } from "./key-points";
import { type PictureReference, picturesOf } from "./pictures";
import type { Problem } from "@/lib/domain/problem";

/** Part of what is stored with a document: another version takes every document in anew. */
export const EXTRACTOR_VERSION = "1";

export type QuestionDraft = {
  number: number | null;
  topicPath: string[];
  prompt: string;
  answer: string | null;
  keyPoints: KeyPointDraft[];
  tags: string[];
  difficulty: string | null;
  line: number;
};

export type DocumentDraft = {
  path: string;
  title: string;
  dialect: string | null;
  sha256: string;
  encodingRepairs: number;
  questions: QuestionDraft[];
  pictures: PictureReference[];
  problems: Problem[];
};

/** A file as it was read: `folders` are those between the collection's root and the file. */
export type SourceFile = { path: string; folders: string[]; bytes: Uint8Array };

/**
 * A document's questions, and what is wrong with it. Never throws on content: what can't be taken
 * in is a problem. `diagramFault` says why a mermaid diagram can't be drawn, or null.
 */
export function extractDocument(
  file: SourceFile,
  diagramFault: (code: string) => string | null,
): DocumentDraft {
  const decoded = decode(file.bytes);
  if (!decoded.ok) return unreadDocument(file, decoded.problem);
  const { frontMatter, body, lineOffset, problems: faults } = splitFrontMatter(decoded.text);
  const problems = [...decoded.problems, ...faults];
  const fileLine = (line: number) => line + lineOffset;
  const report = (problem: Problem) => void problems.push(problem);
  const unread = unreadDocument(file);
  const known = {
    ...unread,
    title: frontMatter.title ?? unread.title,
    encodingRepairs: decoded.encodingRepairs,
    problems,
  };
  const tree = parse(body);
  if (!tree) {
    report(TOO_DEEP);
    return known;
  }
  const document: ParsedDocument = { source: body, tree, fileLine, report };
  const dialect = bestDialect(document);
  if (!dialect) {
    report(noQuestion());
    return known;
  }
  reportDiagrams(document, diagramFault);
  const found = dialect.extract(document);
  for (const question of found) reportQuestion(document, question);
  const tags = [...new Set(frontMatter.tags)];
  const prefix = frontMatter.topic?.split(/\s*[›>]\s*/) ?? file.folders.map(titleOfName);
  return {
    ...known,
    dialect: dialect.name,
    questions: found
      .filter(({ prompt }) => prompt !== "")
      .map((question) => toDraft(question, prefix, known.title, tags)),
    pictures: picturesOf(tree, fileLine),
    problems: problems.toSorted((a, b) => a.line - b.line),
  };
}

/** What is known of a document that can't be read, and why it can't. */
export function unreadDocument({ path, bytes }: SourceFile, ...problems: Problem[]): DocumentDraft {
  return {
    path,
    title: titleOfFile(path),
    dialect: null,
    sha256: fingerprint(bytes),
    encodingRepairs: 0,
    questions: [],
    pictures: [],
    problems,
  };
}

/** SHA-256 of a file's bytes, in hex. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const markdown = remark().use(remarkGfm).freeze();

/** Null when it nests deeper than the parser can go. */
function parse(body: string): Root | null {
  try {
    return markdown.parse(body);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function toDraft(
  { number, headings, prompt, answer, line }: FoundQuestion,
  prefix: string[],
  title: string,
  tags: string[],
): QuestionDraft {
  const topicPath = [...prefix, ...headings].filter((name) => name !== "");
  return {
    number,
    topicPath: topicPath.length > 0 ? topicPath : [title],
    prompt,
    answer: answer?.markdown ?? null,
    keyPoints: answer ? keyPoints(answer.blocks, answer.start) : [],
    tags,
    difficulty: null,
    line,
  };
}

function reportQuestion({ report, fileLine }: ParsedDocument, question: FoundQuestion): void {
  const name = question.number === null ? "This question" : `Question ${question.number}`;
  if (question.prompt === "")
    report({
      line: question.line,
      severity: "error",
      code: "empty-prompt",
      message: `${name} has no text and was left out.`,
      remedy: "Write the question under its heading.",
    });
  if (!question.answer) {
    report({
      line: question.line,
      severity: "warning",
      code: "answer-missing",
      message: `${name} has no answer; it is practised without one.`,
      remedy: "Add a heading “Answer:” with the answer below it.",
    });
    return;
  }
  const brokenOff = brokenOffLine(question.answer.blocks);
  if (brokenOff !== null)
    report({
      line: fileLine(brokenOff),
      severity: "warning",
      code: "answer-truncated",
      message: `The answer of ${name.toLowerCase()} breaks off in the middle.`,
      remedy: "Finish the sentence in the document, and take it in again.",
    });
}

function reportDiagrams(
  { tree, fileLine, report }: ParsedDocument,
  diagramFault: (code: string) => string | null,
): void {
  visit(tree, "code", (code) => {
    const fault = code.lang === "mermaid" ? diagramFault(code.value) : null;
    if (fault === null) return;
    report({
      line: fileLine(code.position?.start.line ?? 1),
      severity: "warning",
      code: "diagram-not-drawn",
      message: `A diagram is shown as text: ${fault}`,
      remedy: "Use a flowchart, sequence, state, class or ER diagram.",
    });
  });
}

function noQuestion(): Problem {
  const shapes = DIALECTS.map(({ example }) => example).join("; or ");
  return {
    line: 1,
    severity: "error",
    code: "no-question",
    message: "No question was found in this document.",
    remedy: `Mark questions like this: ${shapes}.`,
  };
}

const TOO_DEEP: Problem = {
  line: 1,
  severity: "error",
  code: "too-deep",
  message: "The document nests quotes or lists too deeply to be read.",
  remedy: "Remove the nesting.",
};

/** `content/aws-solutions-architect.md` → `Aws solutions architect`. */
function titleOfFile(path: string): string {
  const name = path.split("/").at(-1) ?? path;
  return titleOfName(name.replace(/\.[^.]+$/, ""));
}

function titleOfName(name: string): string {
  const words = name.replaceAll(/[-_\s]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
