import type { Paragraph, RootContent } from "mdast";
import { outline } from "./answer-outline";
import { type Part, place } from "./answer-part";
import { FEWEST, MOST, chosenParts } from "./key-point-choice";
import { phrase } from "./key-point-phrase";
import { statements } from "./key-point-statements";
import { FINITE_VERB } from "./key-point-words";
import { leadIn } from "./lead-in";
import { countWords, plainText } from "./plain-text";

export type KeyPointDraft = { text: string; section: string | null; start: number; end: number };

/**
 * The 3–12 points that an answer makes, in its order, or none when it has too little to tell.
 * `blocks`: the answer's top-level mdast nodes, with positions in `source`; `answerStart`: offset of the answer in
 * `source`; start/end are offsets within the answer, the place the point summarises. Never throws.
 */
export function keyPoints(blocks: readonly RootContent[], answerStart: number): KeyPointDraft[] {
  const answer = unquoted(blocks);
  const structured = drafts([...boldClaim(answer[0]), ...chosenParts(outline(answer).children)]);
  const points = structured.length >= FEWEST ? structured : drafts(answer.flatMap(sentenceParts));
  if (points.length < FEWEST) return [];
  return points
    .slice(0, MOST)
    .map((point) => ({ ...point, start: point.start - answerStart, end: point.end - answerStart }));
}

// Some collections quote their answers whole.
function unquoted(blocks: readonly RootContent[]): readonly RootContent[] {
  if (!blocks.every((block) => block.type === "blockquote")) return blocks;
  return blocks.flatMap((block) => block.children);
}

function drafts(parts: readonly Part[]): KeyPointDraft[] {
  const byText = new Map<string, KeyPointDraft>();
  for (const part of parts) {
    const { section, start, end } = part;
    const text = phrase(part);
    const key = text.toLowerCase();
    if (countWords(text) >= 2 && end > start && !byText.has(key))
      byText.set(key, { text, section, start, end });
  }
  return [...byText.values()];
}

/** A claim that the answer's first paragraph sets in bold. */
function boldClaim(first: RootContent | undefined): Part[] {
  if (first?.type !== "paragraph" || leadIn(first)) return [];
  const claim = first.children
    .filter(({ type }) => type === "strong")
    .map((bold) => plainText([bold]))
    .find((text) => countWords(text) >= 4 && FINITE_VERB.test(text));
  return claim === undefined ? [] : [sentencePart(claim, first)];
}

function sentenceParts(block: RootContent): Part[] {
  if (block.type !== "paragraph") return [];
  return statements(plainText([block]))
    .filter((claim) => countWords(claim) >= 5)
    .map((claim) => sentencePart(claim, block));
}

function sentencePart(claim: string, paragraph: Paragraph): Part {
  return {
    kind: "item",
    title: null,
    section: null,
    claim,
    children: [],
    ...place(paragraph),
  };
}
