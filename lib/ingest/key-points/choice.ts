import type { Part } from "./part";
import { DEED, OPEN_TITLE } from "./words";

/** How many points an answer has, unless it has none. */
export const FEWEST = 3;
export const MOST = 12;

// With fewer, the longest part gives way to its own parts.
const ENOUGH = 4;

/** The parts that make a point each: sections when there are any, split while points are few. */
export function chosenParts(parts: readonly Part[]): readonly Part[] {
  const sections = parts.filter(({ kind }) => kind === "section");
  const enough = splitUntilEnough(sections.length >= FEWEST ? sections : parts);
  return withoutBareTitles(splitUnclaimed(enough));
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
function splitUnclaimed(parts: readonly Part[]): readonly Part[] {
  let room = MOST - parts.length;
  const chosen = parts
    .filter(isUnclaimed)
    .toSorted((a, b) => branches(a).length - branches(b).length)
    .filter((part) => {
      const more = branches(part).length - 1;
      if (more > room) return false;
      room -= more;
      return true;
    });
  return split(parts, chosen);
}

// A title with a colon says something itself, and a story (challenge, cause, resolution) is one point.
function isUnclaimed(part: Part): boolean {
  if (part.claim() !== null || !canSplit(part) || part.title?.includes(": ")) return false;
  return branches(part).every(
    ({ title, claim, children }) =>
      title !== null &&
      !DEED.test(title) &&
      (claim() !== null || children().some((child) => child.claim() !== null)),
  );
}

// A title over code alone makes no point; a list's item that is no more than its title is one.
function withoutBareTitles(parts: readonly Part[]): readonly Part[] {
  return parts.filter(
    ({ kind, claim, children }) => kind === "item" || claim() !== null || children().length > 0,
  );
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
  const [only, second] = part.children();
  return only && !second ? branches(only) : part.children();
}
