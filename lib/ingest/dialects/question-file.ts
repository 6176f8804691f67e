import type { Heading, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import { isAnswerHeading, isPointsHeading } from "./reading/answer-mark";
import { spanOf } from "./reading/excerpt";
import { hasText, isBoilerplateTitle } from "./reading/boilerplate";
import { readMark, saysQuestion } from "./reading/question-mark";
import { asks } from "./reading/question-words";
import { readBody } from "./reading/read-body";
import { sectionsOf, withParts } from "./reading/sections";
import { writtenText } from "./reading/written-text";

/**
 * One question a file: a heading or a text that asks, then `#### Answer`, and perhaps
 * `#### Good to hear` or `#### Key points`; or a file whose first heading, title or name asks, and
 * all else in it is the answer.
 */
export const questionFile: Dialect = {
  name: "question-file",
  place: "in the file as a whole",
  example: "a file of its own with the question, #### Answer, the answer",
  detect: countWithin,
  extract: (document) => [
    document.question === undefined && isAnswered(document.tree.children)
      ? answered(document)
      : titled(document),
  ],
};

/** The headings in it that ask may be taken for questions, and are of its answer. */
function countWithin(document: ParsedDocument): number {
  const blocks = document.tree.children;
  if (document.above.length > 0 || !hasText(blocks)) return 0;
  // Whatever else may be seen in it is of its answer.
  if (document.question !== undefined) return Infinity;
  if (!isAnswered(blocks) && !isTitled(document)) return 0;
  return 1 + headingsIn(blocks).length;
}

/** One answer, or one in each language, and before it at most one heading, that of the question. */
function isAnswered(blocks: readonly RootContent[]): boolean {
  const headings = headingsIn(blocks);
  const replies = headings.filter(isAnswerHeading);
  const [reply] = replies;
  if (!reply || (replies.length > 1 && !replies.every(namesLanguage))) return false;
  const before = headings.slice(0, headings.indexOf(reply)).filter((it) => !isPointsHeading(it));
  const isOne = before.length <= 1 || before.every(saysQuestion);
  return isOne && hasText(blocks.slice(0, blocks.indexOf(reply)));
}

/** `Answer (EN)`, `Ответ (RU)`. */
function namesLanguage(heading: Heading): boolean {
  return /\(\p{L}+\)\s*$/u.test(toString(heading));
}

function answered({ source, tree: { children: blocks } }: ParsedDocument): Finding {
  const heading = blocks.find((block): block is Heading => block.type === "heading");
  const isTitle =
    heading !== undefined &&
    !isAnswerHeading(heading) &&
    !isPointsHeading(heading) &&
    !saysQuestion(heading);
  const { number, text } = readMark(isTitle ? writtenText(source, heading.children) : "");
  const first = isTitle ? heading : blocks[0];
  const span = spanOf(blocks[0], blocks);
  return {
    number,
    headings: [],
    ...readBody(source, {
      title: text,
      blocks: isTitle ? blocks.filter((block) => block !== heading) : blocks,
      unmarked: "answer",
    }),
    line: first?.position?.start.line ?? 1,
    span,
  };
}

/** It asks with its first heading, or else its title. Where most of its headings ask, it is about them. */
function isTitled({ tree: { children: blocks }, title }: ParsedDocument): boolean {
  const { heading, rest } = underTitle(blocks);
  const asked = [heading === null ? "" : toString(heading), title].find(isAsking);
  if (asked === undefined || !hasText(rest)) return false;
  const headings = headingsIn(rest);
  // Parts of an answer begin like questions: “What it is”, “Why”; below a question with its mark theirs need one.
  const like = /[?？؟]/.test(asked) ? /[?？؟]/ : /./;
  const asking = headings
    .map((it) => toString(it))
    .filter((it) => like.test(it) && isAsking(it)).length;
  return asking < 2 || asking * 2 <= headings.length;
}

function titled(document: ParsedDocument): Finding {
  const { source, tree, title, question } = document;
  const blocks = tree.children;
  const { heading, rest } =
    question === undefined ? underTitle(blocks) : { heading: null, rest: blocks };
  const written = heading === null ? "" : writtenText(source, heading.children);
  const { number, text } = readMark(question ?? (isAsking(written) ? written : title));
  const span = spanOf(blocks[0], blocks);
  return {
    number,
    headings: [],
    ...readBody(source, { title: text, blocks: rest, unmarked: "answer" }),
    line: blocks[0]?.position?.start.line ?? 1,
    span,
  };
}

/** The heading over all of a file, when there is one, and what stands under it. */
function underTitle(blocks: readonly RootContent[]): {
  heading: Heading | null;
  rest: readonly RootContent[];
} {
  const at = blocks.findIndex((block) => hasText([block]));
  const first = blocks[at];
  if (first?.type !== "heading") return { heading: null, rest: blocks };
  const rest = blocks.slice(at + 1);
  const isOver = rest.every((block) => block.type !== "heading" || block.depth > first.depth);
  return isOver ? { heading: first, rest } : { heading: null, rest: blocks };
}

function isAsking(title: string): boolean {
  const { text } = readMark(title.trim());
  return asks(text) && !isBoilerplateTitle(text);
}

function headingsIn(blocks: readonly RootContent[]): Heading[] {
  return withParts(sectionsOf(blocks)).map(({ heading }) => heading);
}
