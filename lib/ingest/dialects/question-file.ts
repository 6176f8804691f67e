import type { Heading, RootContent } from "mdast";
import type { Dialect, Finding } from "./dialect";
import { isAnswerHeading, isPointsHeading } from "./reading/answer-mark";
import { spanOf } from "./reading/excerpt";
import { readMark } from "./reading/question-mark";
import { readBody } from "./reading/read-body";
import { hasText } from "./reading/furniture";
import { sectionsOf, withParts } from "./reading/sections";
import { writtenText } from "./reading/written-text";

/**
 * One question a file: a heading or a text that asks, then `#### Answer`, and perhaps
 * `#### Good to hear` or `#### Key points`.
 */
export const questionFile: Dialect = {
  name: "question-file",
  example: "a file of its own with the question, #### Answer, the answer",
  detect: ({ tree, above }) => (above.length === 0 && isOneQuestion(tree.children) ? 1 : 0),
  extract: ({ source, tree }) => [toQuestion(source, tree.children)],
};

/** One answer, and before it at most one heading, that of the question. */
function isOneQuestion(blocks: readonly RootContent[]): boolean {
  const headings = withParts(sectionsOf(blocks)).map(({ heading }) => heading);
  const [reply, ...others] = headings.filter(isAnswerHeading);
  if (!reply || others.length > 0) return false;
  const before = headings.slice(0, headings.indexOf(reply)).filter((it) => !isPointsHeading(it));
  return before.length <= 1 && hasText(blocks.slice(0, blocks.indexOf(reply)));
}

function toQuestion(source: string, blocks: readonly RootContent[]): Finding {
  const heading = blocks.find((block): block is Heading => block.type === "heading");
  const isTitled = heading !== undefined && !isAnswerHeading(heading) && !isPointsHeading(heading);
  const { number, text } = readMark(isTitled ? writtenText(source, heading.children) : "");
  const rest = isTitled ? blocks.filter((block) => block !== heading) : blocks;
  const first = isTitled ? heading : blocks[0];
  const span = spanOf(blocks[0], blocks);
  return {
    number,
    headings: [],
    ...readBody(source, { title: text, blocks: rest, unmarked: "answer" }),
    line: first?.position?.start.line ?? 1,
    span,
  };
}
