import type { Heading, Paragraph, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import { isReplyHeading } from "./reading/answer-mark";
import { spanOf } from "./reading/excerpt";
import { boldLine, questionLine } from "./reading/first-line";
import { readMark } from "./reading/question-mark";
import { asks, namesQuestions } from "./reading/question-words";
import { readBody } from "./reading/read-body";
import { topicNames, under } from "./reading/topics";
import { writtenText } from "./reading/written-text";

/**
 * `**1)** What is a VPC?`: paragraphs that begin with a bold number and count on, the answer of each
 * below it up to the next. As steps are written so too, some must ask, or a heading over them says
 * that they do.
 */
export const numberedParagraph: Dialect = {
  name: "numbered-paragraph",
  place: "in numbered paragraphs",
  example: "**1)** What is a VPC?, the answer below it",
  detect: (document) => questionsIn(document).length,
  extract(document) {
    const asked = questionsIn(document);
    const unmarked = areExercises(asked) ? "prompt up to code" : "answer";
    return asked.map((one) => toQuestion(document, one, unmarked));
  },
};

type Asked = {
  paragraph: Paragraph;
  number: number;
  title: string;
  headings: Heading[];
  blocks: RootContent[];
};

/** Fewer would be a coincidence. */
const FEWEST = 2;

function questionsIn({ source, tree, above }: ParsedDocument): Asked[] {
  const found: Asked[] = [];
  let headings = above;
  let isAnswer = headings.some(isAsking);
  let isBelowBold = false;
  let current: Asked | null = null;
  for (const block of tree.children) {
    const next = block.type === "paragraph" ? numbered(source, block, headings) : null;
    const isStep = isAnswer || (isBelowBold && next !== null && !asks(next.title));
    if (next && !isStep && countsOn(next, current, found.at(-1))) {
      current = next;
      found.push(next);
    } else if (block.type === "heading") {
      headings = under(headings, block);
      isAnswer = headings.some(isAsking);
      isBelowBold = false;
      current = null;
    } else if (current) current.blocks.push(block);
    else if (block.type === "paragraph" && asksInBold(source, block)) isBelowBold = true;
  }
  return found.length >= FEWEST && areQuestions(found) ? found : [];
}

/** What is numbered below a question, also below a heading in its answer, are the steps of it. */
function isAsking(heading: Heading): boolean {
  const { isMarked, text } = readMark(toString(heading, { includeHtml: false }).trim());
  return isMarked || (asks(text) && !namesQuestions(text)) || isReplyHeading(heading);
}

function asksInBold(source: string, paragraph: Paragraph): boolean {
  const bold = boldLine(source, paragraph);
  return bold !== null && asks(readMark(writtenText(source, bold.nodes)).text);
}

/** Below a heading numbers may begin anew; what begins anew within an answer are its steps. */
function countsOn({ number }: Asked, current: Asked | null, last: Asked | undefined): boolean {
  return number === (last?.number ?? 0) + 1 || (current === null && number === 1);
}

function numbered(source: string, paragraph: Paragraph, headings: Heading[]): Asked | null {
  const start = paragraph.position?.start.offset ?? 0;
  if (!NUMBER.test(source.slice(start, start + 20))) return null;
  const { nodes, rest } = boldLine(source, paragraph) ??
    questionLine(source, paragraph) ?? { nodes: paragraph.children, rest: [] };
  const written = writtenText(source, nodes);
  const { number, text } = readMark(written);
  if (number === null || text === "") return null;
  return { paragraph, number, title: text, headings, blocks: [...rest] };
}

const NUMBER = /^(?:\*\*|__|<b>|<strong>)\(?\d{1,4}[.):]/i;

function areQuestions(found: readonly Asked[]): boolean {
  const asking = found.filter(({ title }) => asks(title)).length;
  const isNamed = found.some(({ headings }) => headings.some((over) => isOfQuestions(over)));
  return isNamed || asking * 4 >= found.length;
}

function isOfQuestions(heading: Heading): boolean {
  return namesQuestions(toString(heading, { includeHtml: false }));
}

/** Tasks whose answer is code: text and lists before it say what is to be done. */
function areExercises(asked: readonly Asked[]): boolean {
  const tasks = asked.filter(
    ({ title, blocks }) => !title.endsWith("?") && blocks.some(({ type }) => type === "code"),
  );
  return tasks.length * 4 >= asked.length * 3;
}

function toQuestion(
  { source }: ParsedDocument,
  { paragraph, number, title, headings, blocks }: Asked,
  unmarked: "answer" | "prompt up to code",
): Finding {
  const span = spanOf(paragraph, blocks);
  return {
    number,
    headings: topicNames(headings),
    ...readBody(source, { title, blocks, unmarked }),
    line: paragraph.position?.start.line ?? 1,
    span,
  };
}
