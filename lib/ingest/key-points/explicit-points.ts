import type { Nodes, RootContent } from "mdast";
import { place } from "./part";
import { plainText } from "./plain-text";

/** A point of an answer, and its place there; null where it is in none in particular. */
export type StatedPoint = {
  text: string;
  section: string | null;
  start: number | null;
  end: number | null;
};

type Answer = { start: number; blocks: readonly RootContent[] };

/**
 * The points of an explicit section, in the author's words: its list items, or else its paragraphs.
 * Each is tied to the place in the answer that it clearly takes its words from; where none is, its
 * start and end are null.
 */
export function explicitPoints(
  section: readonly RootContent[],
  answer: Answer | null,
): StatedPoint[] {
  return statedPoints(
    section.flatMap(linesOf).map((line) => plainText([line])),
    answer,
  );
}

/** The same for points given as texts, in front matter. */
export function statedPoints(texts: readonly string[], answer: Answer | null): StatedPoint[] {
  const places = answer ? answer.blocks.flatMap(leaves).map(toPlace) : [];
  return [...new Set(texts.map(shortened).filter((text) => text !== ""))].map((text) => {
    const found = clearestPlace(text, places);
    const base = answer?.start ?? 0;
    return {
      text,
      section: null,
      start: found ? found.start - base : null,
      end: found ? found.end - base : null,
    };
  });
}

/** An item's first line is its point. */
function linesOf(block: RootContent): Nodes[] {
  if (block.type !== "list") return block.type === "paragraph" ? [block] : [];
  return block.children.flatMap(({ children: [first] }) => first ?? []);
}

// The longest that a checkbox shows on two lines of a phone.
const LONGEST = 200;

function shortened(text: string): string {
  if (text.length <= LONGEST) return text.trim();
  return `${text.slice(0, text.lastIndexOf(" ", LONGEST - 1)).trim()}…`;
}

type WordedPlace = { start: number; end: number; words: Set<string> };

function toPlace(node: Nodes): WordedPlace {
  return { ...place(node), words: wordsOf(plainText([node])) };
}

/** The blocks that hold no other blocks. */
function leaves(node: Nodes): Nodes[] {
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableRow")
    return [node];
  return "children" in node ? node.children.flatMap(leaves) : [];
}

// A point says in a few words what a place says in more: most of its words are there, and clearly
// more of them than anywhere else.
const ENOUGH = 0.6;
const CLEARLY_MORE = 0.2;

function clearestPlace(text: string, places: readonly WordedPlace[]): WordedPlace | null {
  const words = [...wordsOf(text)];
  if (words.length < 2) return null;
  const [best, next] = places
    .map((candidate) => ({
      candidate,
      share: words.filter((word) => candidate.words.has(word)).length / words.length,
    }))
    .toSorted((a, b) => b.share - a.share);
  if (!best || best.share < ENOUGH || best.share - (next?.share ?? 0) < CLEARLY_MORE) return null;
  return best.candidate;
}

/** Words that mean something: of four letters or more, without their endings of number. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.replace(/(?:es|s)$/, "")));
}
