import { createHash } from "node:crypto";
import type { Problem } from "@/lib/domain/problem";
import { type Lines, withoutLines } from "./cut-document";
import { decode } from "./decode";
import { DIALECTS } from "./dialects";
import { type Found, findQuestions } from "./dialects/find-questions";
import { documentProblems } from "./document-problems";
import { splitFrontMatter } from "./front-matter";
import { noQuestion } from "./no-question";
import { parseMarkdown } from "./parse-markdown";
import { type PictureReference, picturesOf } from "./pictures";
import { type QuestionDraft, questionDraft } from "./question-draft";
import { questionProblems } from "./question-problems";
import { survey } from "./survey";
import { titleOfFile } from "./titles";

export type { QuestionDraft } from "./question-draft";

/** Part of what is stored with a document: another version takes every document in anew. */
export const EXTRACTOR_VERSION = "3";

export type DocumentDraft = {
  path: string;
  title: string;
  dialect: string | null;
  /** Why it was read in that dialect, and which others, in a sentence. */
  dialectReason: string | null;
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
 * in is a problem. `diagramFault` says why a mermaid diagram can't be drawn, or null. Lines `leftOut`
 * are read as blank.
 */
export function extractDocument(
  file: SourceFile,
  diagramFault: (code: string) => string | null,
  leftOut: readonly Lines[] = [],
): DocumentDraft {
  const decoded = decode(file.bytes);
  if (!decoded.ok) return unreadDocument(file, decoded.problem);
  const {
    frontMatter,
    body,
    lineOffset,
    problems: faults,
  } = splitFrontMatter(withoutLines(decoded.text, leftOut));
  const problems = [...decoded.problems, ...faults];
  const unread = unreadDocument(file);
  const title = frontMatter.title ?? unread.title;
  const known = { ...unread, title, encodingRepairs: decoded.encodingRepairs };
  const tree = parseMarkdown(body);
  if (!tree) return { ...known, problems: [...problems, TOO_DEEP] };

  // Before anything is cut out: that sets offsets anew.
  const surveyed = survey(tree);
  const pictures = picturesOf(tree, (line) => line + lineOffset);
  const named = DIALECTS.find(({ name }) => name === frontMatter.format) ?? null;
  const found = findQuestions({ source: body, tree, above: [] }, named);
  const [first] = found.dialects;
  if (!first) return { ...known, problems: [...problems, noQuestion(tree)] };
  const inBody = [
    ...documentProblems(body, surveyed, found.questions, diagramFault),
    ...questionProblems(found.questions),
  ].map((problem) => ({ ...problem, line: problem.line + lineOffset }));
  const asked = found.questions.filter(({ prompt }) => prompt !== "");
  const place = { file, title, frontMatter, isAlone: asked.length === 1 };
  return {
    ...known,
    dialect: first.dialect.name,
    dialectReason: reasonOf(found.dialects, named !== null),
    questions: asked
      .map((question) => questionDraft(question, place))
      .map((question) => ({ ...question, line: question.line + lineOffset })),
    pictures,
    problems: [...problems, ...inBody].toSorted((a, b) => a.line - b.line),
  };
}

/** What is known of a document that can't be read, and why it can't. */
export function unreadDocument({ path, bytes }: SourceFile, ...problems: Problem[]): DocumentDraft {
  return {
    path,
    title: titleOfFile(path),
    dialect: null,
    dialectReason: null,
    sha256: fingerprint(bytes),
    encodingRepairs: 0,
    questions: [],
    pictures: [],
    problems,
  };
}

function reasonOf([first, ...others]: Found["dialects"], isNamed: boolean): string | null {
  if (!first) return null;
  const { dialect, questions } = first;
  const count = `${questions} question${questions === 1 ? " is" : "s are"} written as ${dialect.name}`;
  const why = isNamed ? `The front matter names ${dialect.name}; ${count}` : count;
  const also = others.map((other) => `${other.questions} as ${other.dialect.name}`).join(", ");
  return also === "" ? `${why}.` : `${why}, ${also}.`;
}

/** SHA-256 of a file's bytes, in hex. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const TOO_DEEP: Problem = {
  line: 1,
  severity: "error",
  code: "too-deep",
  message: "The document nests quotes or lists too deeply to be read.",
  remedy: "Remove the nesting.",
};
