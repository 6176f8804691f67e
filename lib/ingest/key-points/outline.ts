import type { ListItem, Nodes, RootContent } from "mdast";
import { type Block, BOLD_LED, NO_HEAD, plainParagraph, toBlock } from "./block";
import { claims } from "./claims";
import { type Outline, type Part, type Place, once, place } from "./part";
import { type Leaf, leaves, plainText } from "./plain-text";
import { rowParts } from "./table";
import { isFluff } from "./title";
import { RESTATING } from "./words";

/** The outline of an answer's top-level blocks, without the parts that make no point. */
export function outline(blocks: readonly Block[]): Outline {
  return outlineUnder(blocks, null, 0);
}

// Below this nesting Markdown holds details, and a hostile document could exhaust the stack.
const DEEPEST = 10;

function outlineUnder(blocks: readonly Block[], section: string | null, depth: number): Outline {
  if (depth > DEEPEST) return { claim: () => null, children: () => [] };
  const top = blocks.reduce((highest, block) => Math.min(highest, block.level), NO_HEAD);
  if (top === NO_HEAD) return unheaded(blocks, section, depth);
  const [before = [], ...groups] = splitBefore(blocks, ({ level }) => level === top);
  const above = outlineUnder(before, section, depth);
  const kind = top === BOLD_LED ? "lead" : "section";
  const parts = groups.map((group) =>
    toPart(group, { kind, section, depth, at: place(group[0]?.node, group.at(-1)?.node) }),
  );
  const children = once(() => [...above.children(), ...parts.flatMap(substance)]);
  return { claim: above.claim, children };
}

function unheaded(blocks: readonly Block[], section: string | null, depth: number): Outline {
  const parts = () => blocks.flatMap(({ node }) => partsOf(node, section, depth));
  return {
    claim: once(() => firstClaim(blocks)),
    children: once(() => parts().flatMap(substance)),
  };
}

// What follows a list or table is a closing remark, not a claim.
function firstClaim(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    if (block.node.type === "list" || block.node.type === "table") return null;
    const paragraph = plainParagraph(block);
    const [claim] = paragraph ? claims(leaves([paragraph])) : [];
    if (claim) return claim.text;
  }
  return null;
}

/** The parts of a list or a table; none for another block. */
export function partsOf(block: RootContent, section: string | null, depth = 0): Part[] {
  if (block.type === "table") return rowParts(block, section);
  if (block.type !== "list") return [];
  return block.children
    .filter((item) => !leadsAway(item))
    .map((item) =>
      toPart(item.children.map(toBlock), { kind: "item", section, depth, at: place(item) }),
    );
}

const isLink = ({ type }: Nodes) => type === "link";

/** An item that is a link and no more tells what others wrote. */
function leadsAway({ children: [first, second] }: ListItem): boolean {
  if (first?.type !== "paragraph" || second) return false;
  if (first.children.filter(isLink).length !== 1) return false;
  return first.children.every((node) => isLink(node) || BESIDE_LINK.test(plainText([node])));
}

// "Documentation:", before a link, and "(original)" after.
const BESIDE_LINK = /^(?:[^.:]{1,40}:|\([^()]*\)\W*)?$/;

/** The part that a heading, a lead-in or an item's first line begins. */
function toPart(blocks: readonly Block[], { kind, section: above, depth, at }: Where): Part {
  const [first, ...rest] = blocks;
  const title = first?.head?.title ?? null;
  const section = kind === "section" ? title : above;
  const told = first ? toldAtOnce(first) : null;
  const under = once(() => outlineUnder(told ? rest : blocks, section, depth + 1));
  const claim = once(() => claims(told ?? []).next().value?.text ?? under().claim());
  return { kind, title, section, claim, children: () => under().children(), ...at };
}

/** `section`: the one above. */
type Where = Pick<Part, "kind" | "section"> & { depth: number; at: Place };

/** What a heading, a lead-in or an item's first line tells by itself; null for another block. */
function toldAtOnce(block: Block): Leaf[] | null {
  if (block.head) return [{ text: block.head.text, code: false, start: 0, end: 0 }];
  const paragraph = plainParagraph(block);
  return paragraph && leaves([paragraph]);
}

function substance(part: Part): readonly Part[] {
  const title = part.title ?? "";
  if (RESTATING.test(title)) return part.children();
  return isFluff(title) ? [] : [part];
}

/** The groups of `items` that begin where `starts` holds, after what stands before the first. */
function splitBefore<T>(items: readonly T[], starts: (item: T) => boolean): T[][] {
  const groups: T[][] = [[]];
  for (const item of items) {
    if (starts(item)) groups.push([item]);
    else groups.at(-1)?.push(item);
  }
  return groups;
}
