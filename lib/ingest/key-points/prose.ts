import type { List, Paragraph, RootContent } from "mdast";
import { claims } from "./claims";
import { LONGEST_TEXT } from "./fit";
import { partsOf } from "./outline";
import { type Part, type Place, place } from "./part";
import { countWords, leaves, plainText, upperFirst } from "./plain-text";
import { cleanTitle, isFluff, leadIn } from "./title";
import { FINITE_VERB } from "./words";

/** The claim that an answer's first block sets in bold, as a part; none when it has none. */
export function boldClaim(first: RootContent | undefined): Part[] {
  if (first?.type !== "paragraph" || leadIn(first)) return [];
  const claim = first.children
    .filter(({ type }) => type === "strong")
    .map((bold) => plainText([bold]))
    .find((text) => countWords(text) >= FEWEST_BOLD && FINITE_VERB.test(text));
  return claim === undefined ? [] : [aPart(upperFirst(claim), null, place(first))];
}

/**
 * The parts of running text in its order: sentences that claim something, at most `fromEach` of a
 * paragraph, list items and table rows. A short list is one part with the sentence that announces it.
 */
export function proseParts(blocks: readonly RootContent[], fromEach = Infinity): Part[] {
  const found: Part[] = [];
  let section: string | null = null;
  blocks.forEach((block, n) => {
    const heading = headingOf(block);
    if (heading !== null) section = heading;
    if (heading !== null || (section !== null && isFluff(section))) return;
    const whole = block.type === "list" ? withList(found.at(-1), blocks[n - 1], block) : null;
    if (whole) found.splice(-1, 1, whole);
    else for (const part of partsOfBlock(block, section, fromEach)) found.push(part);
  });
  return found;
}

// A bold line by itself is a heading, too.
function headingOf(block: RootContent): string | null {
  if (block.type === "heading") return cleanTitle(block.children);
  const lead = block.type === "paragraph" ? leadIn(block) : null;
  return lead?.text === "" ? lead.title : null;
}

function partsOfBlock(block: RootContent, section: string | null, fromEach: number): Part[] {
  if (block.type !== "paragraph") return partsOf(block, section);
  // An example illustrates what was said before it.
  if (/^examples?\s*:/i.test(plainText([block]))) return [];
  return sentences(block, section).slice(0, fromEach);
}

/** "There are two kinds: stacks, queues"; null where nothing announces it, or too long for a point. */
function withList(last: Part | undefined, above: RootContent | undefined, list: List): Part | null {
  const isAnnounced = above?.type === "paragraph" && plainText([above]).endsWith(":");
  if (!isAnnounced || !last || last.start < place(above).start) return null;
  const items = list.children.map((item) => plainText(item.children));
  const claim = `${last.claim}: ${items.join(", ")}`;
  if (items.length < 2 || claim.length > LONGEST_TEXT) return null;
  return { ...last, claim, end: place(list).end };
}

// Less is a bold catchword ("is not"), or a remark between sentences ("Indexes help.").
const FEWEST_BOLD = 4;
const FEWEST_PLAIN = 4;

// What of a sentence is no word of it.
const CODE = /\S*[=<>{}()[\];]\S*/g;

function sentences(paragraph: Paragraph, section: string | null): Part[] {
  const whole = place(paragraph);
  return claims(leaves([paragraph]))
    .filter(({ text }) => countWords(text.replace(CODE, "")) >= FEWEST_PLAIN)
    .map(({ text, start, end }) =>
      aPart(text, section, { start: start ?? whole.start, end: end ?? whole.end }),
    );
}

function aPart(claim: string, section: string | null, at: Place): Part {
  return { kind: "item", title: null, section, claim, children: [], ...at };
}
