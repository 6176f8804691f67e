import type { Heading, Paragraph, RootContent } from "mdast";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import { isAnswerHeading } from "./reading/answer-mark";
import { askedAndTold } from "./reading/asked-and-told";
import { spanOf } from "./reading/excerpt";
import { boldLine } from "./reading/first-line";
import { hasText } from "./reading/boilerplate";
import { readMark } from "./reading/question-mark";
import { asks } from "./reading/question-words";
import { readBody } from "./reading/read-body";
import { topicNames, under } from "./reading/topics";
import { writtenText } from "./reading/written-text";

/**
 * `**What is a VPC?**` on a line of its own, the answer below it up to the next, under topic headings;
 * also `_What is a VPC?_` and `> What is a VPC?`.
 */
export const boldQuestion: Dialect = {
  name: "bold-question",
  place: "under bold lines",
  example: "**What is a VPC?**, the answer below it",
  detect: (document) => questionsIn(document).length,
  extract: (document) => questionsIn(document).map((asked) => toQuestion(document, asked)),
};

type Asked = {
  line: RootContent;
  title: string;
  isBold: boolean;
  headings: Heading[];
  blocks: RootContent[];
};

/** Under bold lines; where three or more ask otherwise, and each has an answer, under those too. */
function questionsIn(document: ParsedDocument): Asked[] {
  const all = underLines(
    document,
    (block) => boldTitle(document, block) ?? softTitle(document, block),
  );
  const soft = all.filter(({ isBold }) => !isBold);
  const areAsked = soft.length >= 3 && soft.every(({ blocks }) => hasText(blocks));
  if (areAsked || soft.length === 0) return all;
  return underLines(document, (block) => boldTitle(document, block));
}

type Title = { title: string; isBold: boolean; rest: RootContent[] };

function underLines(
  { tree, above }: ParsedDocument,
  titleOf: (block: RootContent) => Title | null,
): Asked[] {
  const found: Asked[] = [];
  let headings = above;
  let isAnswer = false;
  let current: Asked | null = null;
  for (const block of tree.children) {
    const title = isAnswer ? null : titleOf(block);
    if (title) {
      current = { ...title, line: block, headings, blocks: [...title.rest] };
      found.push(current);
    } else if (block.type === "heading") {
      headings = under(headings, block);
      // What an answer has in bold are its own headings.
      isAnswer = isAnswerHeading(block);
      current = null;
    } else current?.blocks.push(block);
  }
  return found;
}

function boldTitle({ source }: ParsedDocument, block: RootContent): Title | null {
  const bold = block.type === "paragraph" ? boldLine(source, block) : null;
  if (!bold) return null;
  const title = writtenText(source, bold.nodes);
  const { isMarked, text } = readMark(title);
  return isMarked || asks(text) ? { title, isBold: true, rest: bold.rest } : null;
}

/** A paragraph in italics or a quote that is one question and no more; a bold one with its answer on the line. */
function softTitle({ source }: ParsedDocument, block: RootContent): Title | null {
  const told = block.type === "paragraph" && isLed(block) ? askedAndTold(source, block) : null;
  if (told) return { title: writtenText(source, told.nodes), isBold: false, rest: told.rest };
  const [only, ...others] = "children" in block ? block.children : [];
  if (!only || others.length > 0) return null;
  const isItalic = block.type === "paragraph" && only.type === "emphasis";
  const isQuote = block.type === "blockquote" && only.type === "paragraph";
  if (!isItalic && !isQuote) return null;
  const title = writtenText(source, isItalic ? [only] : only.children);
  return /^[^\n]*[?？؟][^\p{L}\p{N}]*$/u.test(title) ? { title, isBold: false, rest: [] } : null;
}

function isLed({ children: [first] }: Paragraph): boolean {
  return first?.type === "strong";
}

function toQuestion({ source }: ParsedDocument, { line, title, headings, blocks }: Asked): Finding {
  const { number, text } = readMark(title);
  const span = spanOf(line, blocks);
  return {
    number,
    headings: topicNames(headings),
    // `**Question 1**`, and what it asks below.
    ...readBody(source, { title: text, blocks, unmarked: text === "" ? "prompt" : "answer" }),
    line: line.position?.start.line ?? 1,
    span,
  };
}
