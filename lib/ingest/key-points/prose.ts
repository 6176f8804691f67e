import type { List, Paragraph } from "mdast";
import { type Block, plainParagraph } from "./block";
import { claims } from "./claims";
import { LONGEST_TEXT } from "./fit";
import { partsOf } from "./outline";
import { type Part, type Place, place } from "./part";
import { countWords, leaves, plainText, upperFirst } from "./plain-text";
import { isFluff } from "./title";
import { FINITE_VERB } from "./words";

/**
 * What an answer claims before its sections: what its first paragraph sets in bold, or else says
 * first. None when it has none, or only announces what follows.
 */
export function introduction(blocks: readonly Block[]): Part[] {
  const [first, second] = blocks;
  const paragraph = plainParagraph(first?.node.type === "heading" ? second : first);
  if (!paragraph) return [];
  const claim = paragraph.children
    .filter(({ type }) => type === "strong")
    .map((bold) => plainText([bold]))
    .find((text) => countWords(text) >= FEWEST_BOLD && FINITE_VERB.test(text));
  if (claim !== undefined) return [aPart(upperFirst(claim), null, place(paragraph))];
  return plainText([paragraph]).endsWith(":") ? [] : sentences(paragraph, null, 1);
}

/**
 * The parts of running text in its order: sentences that claim something, at most `fromEach` of a
 * paragraph, list items and table rows. A short list is one part with the sentence that announces it.
 */
export function proseParts(blocks: readonly Block[], fromEach = Infinity): Part[] {
  const found: Said[] = [];
  let section: string | null = null;
  blocks.forEach((block, n) => {
    const heading = headingOf(block);
    if (heading !== null) section = heading;
    if (heading !== null || (section !== null && isFluff(section))) return;
    const label = block.node.type === "list" ? labelOf(blocks[n - 1]) : null;
    if (label !== null && isFluff(label)) return;
    const announcing = block.node.type === "list" ? announcingOf(blocks[n - 1], found) : null;
    const whole = announcing && block.node.type === "list" && withList(announcing, block.node);
    if (whole || announcing?.announces) found.pop();
    if (whole) found.push(whole);
    else for (const part of partsOfBlock(block, under(section, label), fromEach)) found.push(part);
  });
  return found;
}

/** `announces`: it ends with a colon. */
type Said = Part & { announces?: boolean };

// A bold line by itself is a heading, too.
function headingOf({ head }: Block): string | null {
  return head?.text === "" ? head.title : null;
}

/** "Advantages:", above a list. */
function labelOf(above: Block | undefined): string | null {
  const paragraph = plainParagraph(above);
  const label = paragraph ? plainText([paragraph]) : "";
  return label.endsWith(":") && countWords(label) <= LONGEST_LABEL ? label.slice(0, -1) : null;
}

const LONGEST_LABEL = 3;

function under(section: string | null, label: string | null): string | null {
  return section !== null && label !== null ? `${section} – ${label}` : (label ?? section);
}

function partsOfBlock({ node }: Block, section: string | null, fromEach: number): Said[] {
  if (node.type !== "paragraph") return partsOf(node, section);
  // An example illustrates what was said before it.
  if (EXAMPLE.test(plainText([node]))) return [];
  return sentences(node, section, fromEach);
}

const EXAMPLE =
  /^(?:examples?\s*:|(?:for|in (?:the|this|our)(?: above)?) (?:example|instance)\b|(?:consider|imagine|suppose)\b)/i;

/** The sentence of the paragraph above that announces a list; null where nothing does. */
function announcingOf(above: Block | undefined, found: readonly Said[]): Said | null {
  const last = found.at(-1);
  if (above?.node.type !== "paragraph" || !plainText([above.node]).endsWith(":")) return null;
  return last && last.start >= place(above.node).start ? last : null;
}

/** "There are two kinds: stacks, queues"; null where it is too long for a point. */
function withList(last: Part, list: List): Part | null {
  const items = list.children.map((item) => plainText(item.children));
  const claim = `${last.claim()}: ${items.join(", ")}`;
  if (items.length < 2 || claim.length > LONGEST_TEXT) return null;
  return { ...last, claim: () => claim, end: place(list).end };
}

// Less is a bold catchword ("is not"), or a remark between sentences ("Indexes help.").
const FEWEST_BOLD = 4;
const FEWEST_PLAIN = 4;

// What of a sentence is no word of it.
const CODE = /\S*[=<>{}()[\];]\S*/g;

function sentences(paragraph: Paragraph, section: string | null, most: number): Said[] {
  const found: Said[] = [];
  for (const { text, announces, start, end } of claims(leaves([paragraph]))) {
    if (found.length === most) break;
    if (countWords(text.replace(CODE, "")) >= FEWEST_PLAIN)
      found.push({ ...aPart(text, section, { start, end }), announces });
  }
  return found;
}

function aPart(claim: string, section: string | null, at: Place): Part {
  return { kind: "sentence", title: null, section, claim: () => claim, children: () => [], ...at };
}
