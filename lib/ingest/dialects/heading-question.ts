import type { Heading, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import {
  isAnswerHeading,
  isAnswerParagraph,
  isAnswerQuote,
  isAnswerTitle,
  isReplyHeading,
} from "./reading/answer-mark";
import { detailsIn } from "./reading/details";
import { answerLineIn } from "./reading/first-line";
import { hasText, isFurnitureTitle } from "./reading/furniture";
import { type Marked, readMark } from "./reading/question-mark";
import { asks } from "./reading/question-words";
import { readBody } from "./reading/read-body";
import { type Section, sectionsOf, withParts } from "./reading/sections";
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
  const titles: Titles = new Map();
  for (const section of withParts(sections)) titles.set(section, readTitle(source, section));
  if (areMostlyMarked(titles)) for (const title of titles.values()) unlessMarked(title);
  const levels = levelsOf(titles);
  askIfCounted(titles, levels);
  const usual = levels.filter(({ asking, all }) => asking >= 3 && asking * 2 >= all);
  return askedIn(sections, above, titles, new Set(usual.map(({ depth }) => depth)));
}

type Titles = Map<Section, Title>;

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
  const open = parts.filter((section) => kindOf(section) !== "furniture");
  const asking = open.filter((section) => kindOf(section) === "asks");
  const isMarked = asking.some((section) => titles.get(section)?.isMarked);
  const areMost = asking.length * 2 >= open.length;
  const areNearlyAll = asking.length >= 3 && asking.length * 3 >= open.length * 2 && !isMarked;
  return (section: Section) => {
    const title = titles.get(section);
    if (title?.kind === "asks") return areMost || title.isSure || usual.has(section.heading.depth);
    if (title?.kind !== "name" || !areNearlyAll || !hasText(section.body)) return false;
    return !withParts(section.parts).some((part) => kindOf(part) === "asks");
  };
}

/** Most of what stands under it asks: it is the topic of that. */
function isTopic({ parts }: Section, titles: Titles): boolean {
  const asking = parts.filter((part) => titles.get(part)?.kind === "asks");
  return asking.length >= 2 && asking.length * 2 >= parts.length;
}

/** How many headings of each level ask, of all that say something. */
function levelsOf(titles: Titles): Level[] {
  const levels = new Map<number, Level>();
  for (const [{ heading }, { kind, isMarked }] of titles) {
    const { depth } = heading;
    const level = levels.get(depth) ?? { depth, asking: 0, all: 0, isMarked: false };
    if (kind === "asks") level.asking += 1;
    if (kind !== "furniture") level.all += 1;
    level.isMarked ||= isMarked;
    levels.set(depth, level);
  }
  return [...levels.values()];
}

type Level = { depth: number; asking: number; all: number; isMarked: boolean };

/** “12. Event loop” asks after “11. What is a closure?”, on a level where about two thirds ask. */
function askIfCounted(titles: Titles, levels: readonly Level[]): void {
  for (const { depth, asking, all, isMarked } of levels) {
    if (isMarked || asking < 3 || asking * 5 < all * 3) continue;
    const onLevel = [...titles].filter(([{ heading }]) => heading.depth === depth);
    for (const [i, [section, title]] of onLevel.entries()) {
      const countsOn = (before: Title | undefined, after: Title | undefined) =>
        before?.number != null && after?.number === before.number + 1;
      const isCounted =
        countsOn(onLevel[i - 1]?.[1], title) || countsOn(title, onLevel[i + 1]?.[1]);
      const isTopic = withParts(section.parts).some((part) => titles.get(part)?.kind === "asks");
      if (title.kind === "name" && isCounted && !isTopic && hasText(section.blocks))
        titles.set(section, { ...title, kind: "asks", isSure: true });
    }
  }
}

/** Where questions are marked, what only reads like one is of their answers. */
function areMostlyMarked(titles: Titles): boolean {
  const asking = [...titles.values()].filter(({ kind }) => kind === "asks");
  return asking.filter(({ isMarked }) => isMarked).length * 3 > asking.length;
}

function unlessMarked(title: Title): void {
  if (title.kind === "asks" && !title.isSure) title.kind = "name";
}

type Title = {
  kind: "asks" | "name" | "furniture" | "answer";
  number: number | null;
  isMarked: boolean;
  isSure: boolean;
};

function readTitle(source: string, section: Section): Title {
  const plain = toString(section.heading, { includeHtml: false }).trim();
  const { text, number, isMarked }: Marked = readMark(plain);
  const isSure = isMarked || isAnswered(source, section);
  const mark = { number, isMarked, isSure };
  if (isReplyHeading(section.heading)) return { kind: "answer", ...mark, isSure: false };
  if (isSure) return { kind: "asks", ...mark };
  if (plain === "" || isFurnitureTitle(text)) return { kind: "furniture", ...mark };
  // With nothing under it, “Design a system” is the topic of what comes.
  const isAsked = asks(text) && (hasText(section.blocks) || /[?？؟]/.test(text));
  return { kind: isAsked ? "asks" : "name", ...mark };
}

/** Whether a section says where its one answer is. */
function isAnswered(source: string, { body, parts }: Section): boolean {
  const reply = parts.findIndex(({ heading }) => isAnswerHeading(heading));
  if (reply !== -1) return !parts.slice(0, reply).some(({ heading }) => isAsking(heading));
  const labels = body.filter(
    (block) =>
      isAnswerParagraph(source, block) ||
      isAnswerQuote(source, block) ||
      (block.type === "paragraph" && answerLineIn(source, block) !== null),
  ).length;
  const details = detailsIn(source, body);
  const replies = details.filter(({ summary }) => isAnswerTitle(summary)).length;
  return labels + replies === 1 && details.length === replies;
}

function isAsking(heading: Heading): boolean {
  const { text, isMarked } = readMark(toString(heading, { includeHtml: false }).trim());
  return isMarked || asks(text);
}
