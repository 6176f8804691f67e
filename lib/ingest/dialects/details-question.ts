import type { Heading, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import type { Span } from "@/lib/ingest/span";
import { isAnswerSummary, isHintTitle } from "./reading/answer-mark";
import {
  blocksWithin,
  contentOf,
  type Details,
  detailsIn,
  withFoldsClosed,
} from "./reading/details";
import { headingsInFolds } from "./reading/headings-in-folds";
import { isChoices, unticked } from "./reading/choices";
import { textOf } from "./reading/excerpt";
import { isBoilerplate, isBoilerplateTitle, isLinkList } from "./reading/boilerplate";
import { readMark } from "./reading/question-mark";
import { asks } from "./reading/question-words";
import { topicNames, under } from "./reading/topics";

/**
 * `<details><summary>What is a VPC?</summary>` with the answer in it, under topic headings; or
 * the question, with its code and choices, before a fold that says “Answer”. A fold that holds
 * nothing but folds is their topic.
 */
export const detailsQuestion: Dialect = {
  name: "details-question",
  place: "in folds",
  example: "<details><summary>What is a VPC?</summary>, the answer, </details>",
  detect: (document) => foldsIn(document).length,
  extract: (document) => foldsIn(document).map((fold) => toQuestion(document, fold)),
};

type Fold = {
  headings: string[];
  /** The question, when it stands before the fold. */
  before: RootContent[];
  details: Details;
  blocks: RootContent[];
};

function foldsIn({ source, tree, above }: ParsedDocument): Fold[] {
  let headings = above;
  return groups(tree.children).flatMap(({ heading, blocks }) => {
    if (heading) headings = under(headings, heading);
    const topics = topicNames(headings);
    let from = 0;
    return detailsIn(source, blocks).flatMap((details) => {
      // It stays with the question before it.
      if (isHintTitle(details.summary)) return [];
      const before = questionBefore(blocks, { start: from, end: details.span.start });
      from = details.span.end;
      if (!isReply(details)) return unfolded(details, topics, blocks);
      return before.length > 0 ? { details, before, headings: topics, blocks } : [];
    });
  });
}

type Group = { heading: Heading | null; blocks: RootContent[] };

/** Each heading with what follows it up to the next, but for those within a fold. */
function groups(blocks: readonly RootContent[]): Group[] {
  const found: Group[] = [{ heading: null, blocks: [] }];
  const folded = headingsInFolds(blocks);
  for (const block of blocks) {
    if (block.type === "heading" && !folded.has(block)) found.push({ heading: block, blocks: [] });
    else found.at(-1)?.blocks.push(block);
  }
  return found;
}

/** A fold that says “Answer” answers what stands before it, up to a rule. */
function isReply({ summary }: Details): boolean {
  return isAnswerSummary(summary);
}

function questionBefore(blocks: readonly RootContent[], between: Span): RootContent[] {
  const within = blocksWithin(blocks, between);
  const rule = within.findLastIndex(({ type }) => type === "thematicBreak");
  const own = within.slice(rule + 1).filter((block) => !isBoilerplate(block));
  return own.some(isAsking) ? own : [];
}

function isAsking(block: RootContent): boolean {
  if (isChoices(block)) return true;
  return asks(readMark(toString(block, { includeHtml: false }).split("\n")[0] ?? "").text);
}

function unfolded(details: Details, headings: string[], blocks: RootContent[]): Fold[] {
  const { summary, span } = details;
  const inner = details.inner.filter((fold) => !isHintTitle(fold.summary));
  const title = summary.replaceAll(/[*_`]/g, "");
  const within = blocksWithin(blocks, span);
  if (isReply(details) || isBoilerplateTitle(title)) return [];
  if (!asks(title) && within.some(isLinkList) && within.every(({ type }) => type !== "paragraph"))
    return [];
  const isTopic = inner.length > 1 && !inner.some(isReply);
  if (!isTopic) return [{ details, before: [], headings, blocks }];
  return inner.flatMap((fold) => unfolded(fold, [...headings, title], blocks));
}

function toQuestion({ source }: ParsedDocument, fold: Fold): Finding {
  const { details, before, headings, blocks } = fold;
  const [first] = before;
  const asked = first ? withFoldsClosed(textOf(source, before)) : details.summary;
  const { number, text } = readMark(asked);
  const isChoice = before.some(isChoices);
  return {
    number,
    headings,
    prompt: isChoice ? unticked(text) : text,
    answer: contentOf(source, blocks, details),
    kind: isChoice ? "choice" : "open",
    points: null,
    line: first?.position?.start.line ?? details.line,
    span: { start: first?.position?.start.offset ?? details.span.start, end: details.span.end },
  };
}
