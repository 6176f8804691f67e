import type { RootContent } from "mdast";
import { type Block, toBlock } from "./key-points/block";
import { FEWEST, MOST, chosenParts } from "./key-points/choice";
import { inOneLanguage } from "./key-points/one-language";
import { outline } from "./key-points/outline";
import type { Part } from "./key-points/part";
import { phrase } from "./key-points/phrase";
import { saysTheSame } from "./key-points/repetition";
import { countWords } from "./key-points/plain-text";
import { introduction, proseParts } from "./key-points/prose";

export type KeyPointDraft = { text: string; section: string | null; start: number; end: number };

/**
 * The 3–12 points that an answer makes, in its order, or none when it has too little to tell.
 * `blocks`: the answer's top-level mdast nodes; `answerStart`: the answer's offset in the source
 * that their positions count in. A point's start and end count from the answer's start, around the
 * place that it summarises. Never throws; takes time in proportion to the answer.
 */
export function keyPoints(blocks: readonly RootContent[], answerStart: number): KeyPointDraft[] {
  const answer = inOneLanguage(unquoted(blocks)).map(toBlock);
  const named = chosenParts(outline(answer).children());
  const isStructured = named.filter(({ title }) => title !== null).length >= FEWEST - 1;
  const structured = isStructured ? drafts([...before(named, introduction(answer)), ...named]) : [];
  const points = structured.length >= FEWEST ? structured : prosePoints(answer);
  if (points.length < FEWEST) return [];
  return points
    .slice(0, MOST)
    .map((point) => ({ ...point, start: point.start - answerStart, end: point.end - answerStart }));
}

// What stands under the first section's title is told there.
function before([first]: readonly Part[], parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ start }) => first !== undefined && start < first.start);
}

// Some collections quote their answers whole.
function unquoted(blocks: readonly RootContent[]): readonly RootContent[] {
  if (!blocks.every((block) => block.type === "blockquote")) return blocks;
  return blocks.flatMap((block) => block.children);
}

const LONG = 7;

// Of a long text, what each paragraph says first tells more than what the first ones say.
function prosePoints(answer: readonly Block[]): KeyPointDraft[] {
  const all = drafts(proseParts(answer));
  if (all.length <= LONG) return all;
  const first = drafts(proseParts(answer, 1));
  return first.length >= FEWEST ? first : all;
}

// Two parts that say the same are one point; a single word is none. Ends with one more than are shown.
function drafts(parts: readonly Part[]): KeyPointDraft[] {
  const found: KeyPointDraft[] = [];
  for (const part of underSections(parts)) {
    if (found.length > MOST) break;
    const { section, start, end } = part;
    const text = phrase(part);
    if (countWords(text) >= 2 && end > start && !found.some((one) => saysTheSame(one.text, text)))
      found.push({ text, section, start, end });
  }
  return found;
}

// Of two that are compared, "Has no state" is said of one: where items of several sections make
// points, each names its own.
function underSections(parts: readonly Part[]): readonly Part[] {
  const sections = new Set(parts.filter(isBare).flatMap(({ section }) => section ?? []));
  if (sections.size < 2) return parts;
  return parts.map((part) => (isBare(part) ? { ...part, title: part.section } : part));
}

function isBare({ kind, title }: Part): boolean {
  return kind === "item" && title === null;
}
