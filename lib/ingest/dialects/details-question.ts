import type { Heading, RootContent } from "mdast";
import type { Dialect, FoundQuestion, ParsedDocument } from "./dialect";
import { isAnswerTitle } from "./reading/answer-mark";
import { blocksWithin, contentOf, type Details, detailsIn, foldsLeftOpen } from "./reading/details";
import { isFurnitureTitle, isLinkList } from "./reading/furniture";
import { readMark } from "./reading/question-mark";
import { topicNames, under } from "./reading/topics";

/**
 * `<details><summary>What is a VPC?</summary>` with the answer in it, under topic headings. A fold
 * that holds nothing but folds is their topic.
 */
export const detailsQuestion: Dialect = {
  name: "details-question",
  example: "<details><summary>What is a VPC?</summary>, the answer, </details>",
  detect: (document) => foldsIn(document).length,
  extract: (document) => foldsIn(document).map((fold) => toQuestion(document, fold)),
};

type Fold = { details: Details; headings: string[]; blocks: RootContent[] };

function foldsIn({ source, tree, above }: ParsedDocument): Fold[] {
  let headings = above;
  return groups(tree.children).flatMap(({ heading, blocks }) => {
    if (heading) headings = under(headings, heading);
    const topics = topicNames(headings);
    return detailsIn(source, blocks).flatMap((details) => unfolded(details, topics, blocks));
  });
}

type Group = { heading: Heading | null; blocks: RootContent[] };

/** Each heading with what follows it up to the next, but for those within a fold. */
function groups(blocks: readonly RootContent[]): Group[] {
  const found: Group[] = [{ heading: null, blocks: [] }];
  let depth = 0;
  for (const block of blocks) {
    if (block.type === "heading" && depth <= 0) found.push({ heading: block, blocks: [] });
    else found.at(-1)?.blocks.push(block);
    depth = Math.max(0, depth + foldsLeftOpen(block));
  }
  return found;
}

function unfolded(details: Details, headings: string[], blocks: RootContent[]): Fold[] {
  const { summary, inner, span } = details;
  const title = summary.replaceAll(/[*_`]/g, "");
  const within = blocksWithin(blocks, span);
  if (summary === "" || isAnswerTitle(title) || isFurnitureTitle(title)) return [];
  if (within.some(isLinkList) && within.every(({ type }) => type !== "paragraph")) return [];
  const isTopic = inner.length > 1 && inner.every((fold) => !isAnswerTitle(fold.summary));
  if (!isTopic) return [{ details, headings, blocks }];
  return inner.flatMap((fold) => unfolded(fold, [...headings, title], blocks));
}

function toQuestion(
  { source }: ParsedDocument,
  { details, headings, blocks }: Fold,
): FoundQuestion {
  const { number, text } = readMark(details.summary);
  return {
    number,
    headings,
    prompt: text,
    answer: contentOf(source, blocks, details),
    kind: "open",
    points: null,
    explicitId: null,
    tags: [],
    difficulty: null,
    line: details.line,
    span: details.span,
  };
}
