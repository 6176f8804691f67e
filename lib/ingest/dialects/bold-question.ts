import type { Heading, RootContent } from "mdast";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import { isAnswerHeading } from "./reading/answer-mark";
import { spanOf } from "./reading/excerpt";
import { boldLine } from "./reading/first-line";
import { readMark } from "./reading/question-mark";
import { asks } from "./reading/question-words";
import { readBody } from "./reading/read-body";
import { topicNames, under } from "./reading/topics";
import { writtenText } from "./reading/written-text";

/** `**What is a VPC?**` on a line of its own, the answer below it up to the next, under topic headings. */
export const boldQuestion: Dialect = {
  name: "bold-question",
  place: "under bold lines",
  example: "**What is a VPC?**, the answer below it",
  detect: (document) => questionsIn(document).length,
  extract: (document) => questionsIn(document).map((asked) => toQuestion(document, asked)),
};

type Asked = { line: RootContent; title: string; headings: Heading[]; blocks: RootContent[] };

function questionsIn({ source, tree, above }: ParsedDocument): Asked[] {
  const found: Asked[] = [];
  let headings = above;
  let isAnswer = false;
  let current: Asked | null = null;
  for (const block of tree.children) {
    const bold = block.type === "paragraph" ? boldLine(source, block) : null;
    const title = bold ? writtenText(source, bold.nodes) : "";
    const { isMarked, text } = readMark(title);
    if (bold && !isAnswer && (isMarked || asks(text))) {
      current = { line: block, title, headings, blocks: [...bold.rest] };
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
