import type { RootContent } from "mdast";
import { type Block, toBlock } from "./key-points/block";
import { FEWEST, MOST, chosenParts } from "./key-points/choice";
import { outline } from "./key-points/outline";
import type { Part } from "./key-points/part";
import { phrase } from "./key-points/phrase";
import { countWords } from "./key-points/plain-text";
import { boldClaim, proseParts } from "./key-points/prose";

export type KeyPointDraft = { text: string; section: string | null; start: number; end: number };

/**
 * The 3–12 points that an answer makes, in its order, or none when it has too little to tell.
 * `blocks`: the answer's top-level mdast nodes; `answerStart`: the answer's offset in the source
 * that their positions count in. A point's start and end count from the answer's start, around the
 * place that it summarises. Never throws; takes time in proportion to the answer.
 */
export function keyPoints(blocks: readonly RootContent[], answerStart: number): KeyPointDraft[] {
  const answer = unquoted(blocks).map(toBlock);
  const named = chosenParts(outline(answer).children);
  const isStructured = named.filter(({ title }) => title !== null).length >= FEWEST;
  const structured = isStructured ? drafts([...boldClaim(answer[0]), ...named]) : [];
  const points = structured.length >= FEWEST ? structured : prosePoints(answer);
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

// Of a long text, what each paragraph says first tells more than what the first ones say.
function prosePoints(answer: readonly Block[]): KeyPointDraft[] {
  const all = drafts(proseParts(answer));
  if (all.length <= MOST) return all;
  const first = drafts(proseParts(answer, 1));
  return first.length >= FEWEST ? first : all;
}

// Two parts that say the same are one point; a single word is none.
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
