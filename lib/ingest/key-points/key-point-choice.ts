import type { Part } from "./answer-part";
import { LONGEST_TEXT } from "./key-point-fit";
import { leadIns } from "./key-point-phrase";
import { OPEN_TITLE } from "./key-point-words";

/** How many points an answer has, unless it has none. */
export const FEWEST = 3;
export const MOST = 12;

// With fewer, the longest part gives way to its own parts.
const ENOUGH = 4;

/** The parts that make a point each: sections when there are any, split while points are few. */
export function chosenParts(parts: readonly Part[]): readonly Part[] {
  const sections = parts.filter(({ kind }) => kind === "section");
  const enough = splitUntilEnough(sections.length >= FEWEST ? sections : parts);
  return withoutBareTitles(splitNamedPairs(enough));
}

function splitUntilEnough(parts: readonly Part[]): readonly Part[] {
  if (parts.length >= ENOUGH) return parts;
  const room = MOST - parts.length + 1;
  const [longest] = parts
    .filter((part) => canSplit(part) && branches(part).length <= room)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start));
  return longest ? splitUntilEnough(split(parts, [longest])) : parts;
}

// "Error handling: retries, dead letters" tells less than two points that say how.
function splitNamedPairs(parts: readonly Part[]): readonly Part[] {
  const pairs = parts.filter(isNamedPair);
  return parts.length + pairs.length <= MOST ? split(parts, pairs) : parts;
}

function isNamedPair(part: Part): boolean {
  if (part.kind !== "section" || part.claim !== null || !canSplit(part)) return false;
  const pair = branches(part);
  return pair.length === 2 && leadIns(pair, LONGEST_TEXT) !== null;
}

// The title of a section that claims nothing, such as one of code alone, is a poor point.
function withoutBareTitles(parts: readonly Part[]): readonly Part[] {
  const telling = parts.filter(
    ({ kind, claim, children }) => kind === "item" || claim !== null || children.length > 0,
  );
  return telling.length >= ENOUGH ? telling : parts;
}

function split(parts: readonly Part[], chosen: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => (chosen.includes(part) ? branches(part) : [part]));
}

// What finishes a title such as "Choose a queue when" can't leave it.
function canSplit(part: Part): boolean {
  return branches(part).length >= 2 && !OPEN_TITLE.test(part.title ?? "");
}

// An only child is a wrapper: "Why Snowball?" over the four reasons.
function branches(part: Part): readonly Part[] {
  const [only, second] = part.children;
  return only && !second ? branches(only) : part.children;
}
