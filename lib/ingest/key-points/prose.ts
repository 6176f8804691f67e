import type { List, Paragraph } from "mdast";
import { type Block, plainParagraph } from "./block";
import { claims } from "./claims";
import { LONGEST_TEXT } from "./fit";
import { partsOf } from "./outline";
import { type Part, type Place, place } from "./part";
import { countWords, leaves, plainText, upperFirst } from "./plain-text";
import { isFluff } from "./title";
import { FINITE_VERB } from "./words";

/** The claim that an answer's first block sets in bold, as a part; none when it has none. */
export function boldClaim(first: Block | undefined): Part[] {
  const paragraph = plainParagraph(first);
  if (!paragraph) return [];
  const claim = paragraph.children
    .filter(({ type }) => type === "strong")
    .map((bold) => plainText([bold]))
    .find((text) => countWords(text) >= FEWEST_BOLD && FINITE_VERB.test(text));
  return claim === undefined ? [] : [aPart(upperFirst(claim), null, place(paragraph))];
}

/**
 * The parts of running text in its order: sentences that claim something, at most `fromEach` of a
 * paragraph, list items and table rows. A short list is one part with the sentence that announces it.
 */
export function proseParts(blocks: readonly Block[], fromEach = Infinity): Part[] {
  const found: Part[] = [];
  let section: string | null = null;
  blocks.forEach((block, n) => {
    const heading = headingOf(block);
    if (heading !== null) section = heading;
    if (heading !== null || (section !== null && isFluff(section))) return;
    const whole =
      block.node.type === "list" ? withList(found.at(-1), blocks[n - 1], block.node) : null;
    if (whole) found.splice(-1, 1, whole);
    else for (const part of partsOfBlock(block, section, fromEach)) found.push(part);
  });
  return found;
}

// A bold line by itself is a heading, too.
function headingOf({ head }: Block): string | null {
  return head?.text === "" ? head.title : null;
}

function partsOfBlock({ node }: Block, section: string | null, fromEach: number): Part[] {
  if (node.type !== "paragraph") return partsOf(node, section);
  // An example illustrates what was said before it.
  if (/^examples?\s*:/i.test(plainText([node]))) return [];
  return sentences(node, section).slice(0, fromEach);
}

/** "There are two kinds: stacks, queues"; null where nothing announces it, or too long for a point. */
function withList(last: Part | undefined, above: Block | undefined, list: List): Part | null {
  const isAnnounced = above?.node.type === "paragraph" && plainText([above.node]).endsWith(":");
  if (!isAnnounced || !last || last.start < place(above.node).start) return null;
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
