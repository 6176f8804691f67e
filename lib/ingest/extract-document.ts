import { createHash } from "node:crypto";
import type { Root } from "mdast";
import type { Problem } from "@/lib/domain/problem";
import { type Attempt, withoutLimit } from "./attempt";
import { decode } from "./decode";
import { DIALECTS } from "./dialects";
import { type Found, findQuestions } from "./dialects/find-questions";
import { documentProblems } from "./document-problems";
import { type FrontMatter, splitFrontMatter } from "./front-matter";
import { isMdx, withoutMdx } from "./mdx";
import { noQuestion } from "./no-question";
import { parseText } from "./parse-markdown";
import { type PictureReference, picturesOf } from "./pictures";
import { type QuestionDraft, questionDraft } from "./question-draft";
import { questionProblems } from "./question-problems";
import { collectNodes } from "./collect-nodes";
import { titleHeading, titleOfFile } from "./titles";
import { tooDeep, tooSlow, linesLeftOut } from "./unread";

export type { QuestionDraft } from "./question-draft";

/** Part of what is stored with a document: another version takes every document in anew. */
export const EXTRACTOR_VERSION = "18";

export type DocumentDraft = {
  path: string;
  title: string;
  dialect: string | null;
  /** Where its questions were found, in a sentence. */
  dialectReason: string | null;
  sha256: string;
  encodingRepairs: number;
  questions: QuestionDraft[];
  pictures: PictureReference[];
  problems: Problem[];
};

/**
 * A file as it was read: `folders` are those between the collection's root and the file; `stamp` is
 * what the disk says of a file of these bytes, where no others can have the same.
 */
export type SourceFile = {
  path: string;
  folders: string[];
  bytes: Uint8Array;
  stamp?: string | null;
};

/**
 * A document's questions, and what is wrong with it. Never throws on content: what can't be taken
 * in is a problem. `diagramFault` says why a mermaid diagram can't be drawn, or null; `attempt` ends
 * the parsing of what takes too long.
 */
export function extractDocument(
  file: SourceFile,
  diagramFault: (code: string) => string | null,
  attempt: Attempt = withoutLimit,
): DocumentDraft {
  const decoded = decode(file.bytes);
  if (!decoded.ok) return unreadDocument(file, decoded.problem);
  const { frontMatter, body, lineOffset, problems: faults } = splitFrontMatter(decoded.text);
  const problems = [...decoded.problems, ...faults];
  const nothing = unreadDocument(file);
  const title = frontMatter.title ?? nothing.title;
  const known = { ...nothing, title, encodingRepairs: decoded.encodingRepairs };
  const markdown = isMdx(file.path) ? withoutMdx(body) : body;
  const { source, tree, unread } = parseText(markdown, attempt);
  const [first] = unread;
  if (first && tree.children.length === 0)
    return {
      ...known,
      problems: [...problems, first.code === "too-deep" ? tooDeep() : tooSlow("long")],
    };
  const inFile = <T extends { line: number }>(lines: readonly T[]) =>
    lines.map((found) => ({ ...found, line: found.line + lineOffset }));
  problems.push(...unread.map((section) => linesLeftOut(section, lineOffset)));
  const heading = frontMatter.title === undefined ? titleHeading(tree) : null;
  const read = readTree(source, tree, { file, title, frontMatter }, diagramFault);
  const isAsked = read?.questions.some(({ line }) => line === heading?.line) ?? false;
  const named = { ...known, title: heading && !isAsked ? heading.title : title };
  if (!read) return { ...named, problems: [...problems, noQuestion(tree)] };
  return {
    ...named,
    ...read,
    questions: inFile(read.questions),
    pictures: inFile(read.pictures),
    problems: [...problems, ...inFile(read.problems)].toSorted((a, b) => a.line - b.line),
  };
}

type Place = { file: SourceFile; title: string; frontMatter: FrontMatter };

/** What a tree holds, on lines of its source; null when it has no question. */
function readTree(
  source: string,
  tree: Root,
  place: Place,
  diagramFault: (code: string) => string | null,
) {
  // Before anything is cut out: that sets offsets anew.
  const collected = collectNodes(source, tree);
  const pictures = picturesOf(source, tree);
  const named = DIALECTS.find(({ name }) => name === place.frontMatter.format) ?? null;
  const { dialects, questions } = findQuestions(
    { source, tree, title: place.title, question: place.frontMatter.question, above: [] },
    named,
  );
  const [first] = dialects;
  if (!first || questions.length === 0) return null;
  const asked = questions.filter(({ prompt }) => prompt !== "");
  const isAlone = asked.length === 1;
  return {
    dialect: first.dialect.name,
    dialectReason: reasonOf(dialects, named !== null),
    questions: asked.map((question) => questionDraft(question, { ...place, isAlone })),
    pictures,
    problems: [
      ...documentProblems(source, collected, questions, diagramFault),
      ...questionProblems(questions),
    ],
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
  const found = `${questions} question${questions === 1 ? "" : "s"} found ${dialect.place}`;
  const named = isNamed ? ", as the front matter says" : "";
  const also = others.map((other) => `, ${other.questions} ${other.dialect.place}`).join("");
  return `${found}${named}${also}.`;
}

/** SHA-256 of a file's bytes, in hex. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
