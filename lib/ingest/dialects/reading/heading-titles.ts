import type { Heading, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import {
  isAnswerHeading,
  isAnswerParagraph,
  isAnswerQuote,
  isAnswerSummary,
  isHintTitle,
  isReplyHeading,
} from "./answer-mark";
import { isChoices, isTicked } from "./choices";
import { detailsIn } from "./details";
import { answerLineIn } from "./first-line";
import { hasText, isBoilerplateTitle } from "./boilerplate";
import { type Marked, readMark } from "./question-mark";
import { asks, namesQuestions } from "./question-words";
import { type Section, withParts } from "./sections";

/** What the headings of a document's sections do. */
export type Titles = Map<Section, Title>;

export type Title = {
  kind: "asks" | "name" | "boilerplate" | "answer";
  number: number | null;
  isMarked: boolean;
  isSure: boolean;
};

/** The titles of sections and of all in them, and the levels on which most of them ask. */
export function readTitles(
  source: string,
  sections: readonly Section[],
): { titles: Titles; usual: Set<number> } {
  const titles: Titles = new Map();
  for (const section of withParts(sections)) titles.set(section, readTitle(source, section));
  if (areMostlyMarked(titles)) for (const title of titles.values()) unlessMarked(title);
  askIfTicked(source, titles);
  const levels = levelsOf(titles);
  askIfCounted(titles, levels);
  const usual = levels.filter(({ asking, all }) => asking >= 3 && asking * 2 >= all);
  return { titles, usual: new Set(usual.map(({ depth }) => depth)) };
}

/** “Data at rest is encrypted.” asks above choices of which one is ticked, as others of its level do. */
function askIfTicked(source: string, titles: Titles): void {
  const ticked = new Map([...titles].filter(([{ body }]) => offersTicked(source, body)));
  const levels = levelsOf(ticked).filter(({ asking }) => asking >= FEWEST_TICKED);
  const depths = new Set(levels.map(({ depth }) => depth));
  for (const [section, title] of ticked)
    if (title.kind === "name" && depths.has(section.heading.depth))
      titles.set(section, { ...title, kind: "asks", isSure: true });
}

/** A plan has boxes too, but one or two in a document. */
const FEWEST_TICKED = 3;

function offersTicked(source: string, body: readonly RootContent[]): boolean {
  const [choices, ...others] = body.filter(isChoices);
  return choices !== undefined && others.length === 0 && isTicked(source, choices);
}

/** How many headings of each level ask, of all that say something. */
function levelsOf(titles: Titles): Level[] {
  const levels = new Map<number, Level>();
  for (const [{ heading }, { kind, isMarked }] of titles) {
    const { depth } = heading;
    const level = levels.get(depth) ?? { depth, asking: 0, all: 0, isMarked: false };
    if (kind === "asks") level.asking += 1;
    if (kind !== "boilerplate") level.all += 1;
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
      const isCounted =
        countsOn(onLevel[i - 1]?.[1], title) || countsOn(title, onLevel[i + 1]?.[1]);
      // One that asks may have no answer yet.
      const isOpen = section.blocks.length === 0 && asks(readMark(toString(section.heading)).text);
      if (title.kind === "name" && isCounted && (isOpen || hasOnlyText(section, titles)))
        titles.set(section, { ...title, kind: "asks", isSure: true });
    }
  }
}

function countsOn(before: Title | undefined, after: Title | undefined): boolean {
  const number = before?.number ?? null;
  return number !== null && after?.number === number + 1;
}

/** It says something, and nothing under it asks. “Quick Q&A” is no question, though what asks in it be no heading. */
export function hasOnlyText({ heading, parts, blocks }: Section, titles: Titles): boolean {
  const title = toString(heading).trim();
  const isOverQuestions =
    namesQuestions(title) && !/[:：]/.test(title) && title.split(/\s+/).length <= 4;
  const asked = withParts(parts).some((part) => titles.get(part)?.kind === "asks");
  return hasText(blocks) && !asked && !isOverQuestions;
}

/** Where questions are marked, what only reads like one is of their answers. */
function areMostlyMarked(titles: Titles): boolean {
  const asking = [...titles.values()].filter(({ kind }) => kind === "asks");
  return asking.filter(({ isMarked }) => isMarked).length * 3 > asking.length;
}

function unlessMarked(title: Title): void {
  if (title.kind === "asks" && !title.isSure) title.kind = "name";
}

function readTitle(source: string, section: Section): Title {
  const plain = toString(section.heading, { includeHtml: false }).trim();
  const { text, number, isMarked }: Marked = readMark(plain);
  const isSure = isMarked || isAnswered(source, section);
  const mark = { number, isMarked, isSure };
  if (isReplyHeading(section.heading)) return { kind: "answer", ...mark, isSure: false };
  if (isSure) return { kind: "asks", ...mark };
  if (plain === "" || isBoilerplateTitle(text)) return { kind: "boilerplate", ...mark };
  // With nothing under it, “Design a system” is the topic of what comes.
  const isAsked = asks(text) && (hasText(section.blocks) || /[?？؟]/.test(text));
  return { kind: isAsked ? "asks" : "name", ...mark };
}

/** Whether a section says where its one answer is, or offers choices for it. */
function isAnswered(source: string, { body, parts }: Section): boolean {
  if (offersOneChoice(body)) return true;
  const reply = parts.findIndex(({ heading }) => isAnswerHeading(heading));
  if (reply !== -1) return !parts.slice(0, reply).some(({ heading }) => isAsking(heading));
  const labels = body.filter(
    (block) =>
      isAnswerParagraph(source, block) ||
      isAnswerQuote(source, block) ||
      (block.type === "paragraph" && answerLineIn(source, block) !== null),
  ).length;
  const details = detailsIn(source, body).filter(({ summary }) => !isHintTitle(summary));
  const replies = details.filter(({ summary }) => isAnswerSummary(summary)).length;
  return labels + replies === 1 && details.length === replies;
}

/** “Which one?”, and once answers to choose from right below. */
function offersOneChoice(body: readonly RootContent[]): boolean {
  const [at = -1, ...others] = body.flatMap((block, i) => (isChoices(block) ? [i] : []));
  const above = body[at - 1];
  return others.length === 0 && above?.type === "paragraph" && /[?？؟]/.test(toString(above));
}

function isAsking(heading: Heading): boolean {
  const { text, isMarked } = readMark(toString(heading, { includeHtml: false }).trim());
  return isMarked || asks(text);
}
