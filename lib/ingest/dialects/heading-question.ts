import type { Heading, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import { hasText } from "./reading/boilerplate";
import { hasOnlyText, readTitles, type Titles } from "./reading/heading-titles";
import { readMark } from "./reading/question-mark";
import { readBody } from "./reading/read-body";
import { type Section, sectionsOf } from "./reading/sections";
import { spanOf } from "./reading/excerpt";
import { topicNames, under } from "./reading/topics";
import { writtenText } from "./reading/written-text";

/**
 * A heading a question, whose section is the answer, under topic headings of any level:
 * `### What is a VPC?`, `## Q. Why …`, `## 12. How …`. A heading is a question when it is marked or
 * reads like one, or has an answer marked as such, and most of its neighbours do too.
 */
export const headingQuestion: Dialect = {
  name: "heading-question",
  place: "under headings",
  example: "### What is a VPC?, the answer below it",
  detect: (document) => questionsIn(document).length,
  extract: (document) => questionsIn(document).map((asked) => toQuestion(document, asked)),
};

type Asked = { heading: Heading; above: Heading[]; blocks: readonly RootContent[] };

function toQuestion({ source }: ParsedDocument, { heading, above, blocks }: Asked): Finding {
  const { number, text } = readMark(writtenText(source, heading.children));
  const span = spanOf(heading, blocks);
  return {
    number,
    headings: topicNames(above),
    ...readBody(source, { title: text, blocks, unmarked: "answer" }),
    line: heading.position?.start.line ?? 1,
    span,
  };
}

function questionsIn({ source, tree, above }: ParsedDocument): Asked[] {
  const sections = sectionsOf(tree.children);
  const { titles, usual } = readTitles(source, sections);
  return askedIn(sections, above, titles, usual);
}

function askedIn(
  parts: readonly Section[],
  above: Heading[],
  titles: Titles,
  usual: ReadonlySet<number>,
): Asked[] {
  const isQuestion = questionTest(parts, titles, usual);
  let trail = above;
  return parts.flatMap((section) => {
    const { heading, body, blocks } = section;
    const asked = { heading, above: trail, blocks };
    if (isQuestion(section) && !isTopic(section, titles)) return asked;
    const own = isQuestion(section) && hasText(body) ? [{ ...asked, blocks: body }] : [];
    // A question with an answer of its own is no topic, though others stand below it.
    const over = own.length > 0 ? trail : under(trail, heading);
    const found = askedIn(section.parts, over, titles, usual);
    // A heading with nothing under it is the topic of those that follow on its level.
    trail =
      found.length > 0 ? trail.filter(({ depth }) => depth < heading.depth) : under(trail, heading);
    return [...own, ...found];
  });
}

/** Which of some neighbours are questions. */
function questionTest(parts: readonly Section[], titles: Titles, usual: ReadonlySet<number>) {
  const kindOf = (section: Section) => titles.get(section)?.kind;
  const open = parts.filter((section) => kindOf(section) !== "boilerplate");
  const asking = open.filter((section) => kindOf(section) === "asks");
  const isMarked = asking.some((section) => titles.get(section)?.isMarked);
  const areMost = asking.length * 2 >= open.length;
  const areNearlyAll = asking.length >= 3 && asking.length * 3 >= open.length * 2 && !isMarked;
  return (section: Section) => {
    const title = titles.get(section);
    if (title?.kind === "asks") return areMost || title.isSure || usual.has(section.heading.depth);
    return (
      title?.kind === "name" &&
      areNearlyAll &&
      hasText(section.body) &&
      hasOnlyText(section, titles)
    );
  };
}

/** Most of what stands under it asks: it is the topic of that. “Question 3” alone is over its own parts. */
function isTopic({ heading, parts }: Section, titles: Titles): boolean {
  const { isMarked, number, text } = readMark(toString(heading, { includeHtml: false }));
  if (isMarked && number !== null && text === "") return false;
  const asking = parts.filter((part) => titles.get(part)?.kind === "asks");
  return asking.length >= 2 && asking.length * 2 >= parts.length;
}
