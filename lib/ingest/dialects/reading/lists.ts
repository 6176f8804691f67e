import type { Heading, RootContent } from "mdast";
import type { Finding, ParsedDocument } from "@/lib/ingest/dialects/dialect";
import { isReplyHeading } from "./answer-mark";
import { isBoilerplate, isLinkList } from "./boilerplate";
import { type Item, itemsOf, questionsOf } from "./list-items";
import { once } from "./once";
import { under } from "./topics";

/** A list of questions, where it stands, and what follows it up to the next list or heading. */
export type AskingList = { items: Item[]; headings: Heading[]; following: RootContent[] };

type Claim = { at: number; items: Item[]; around: Around };

/** What stands around a list: the heading over it, and the block right below. */
export type Around = { over: Heading | undefined; next: RootContent | undefined };

/** The top-level lists that are questions by `isAsking`. Lists of links are not looked at. */
export function askingLists(
  document: ParsedDocument,
  isAsking: (items: Item[], around: Around) => boolean,
): AskingList[] {
  const claims = claimsIn(document).filter(({ items, around }) => isAsking(items, around));
  return placed(document.tree.children, claims, document.above);
}

const claimsIn = once(({ source, tree, above }: ParsedDocument): Claim[] => {
  let over = above.at(-1);
  return tree.children.flatMap((block, at) => {
    if (block.type === "heading") over = block;
    const items = block.type === "list" && !isLinkList(block) ? itemsOf(source, block) : [];
    return items.length > 0 ? { at, items, around: { over, next: tree.children[at + 1] } } : [];
  });
});

/** Under which headings lists stand, and what belongs to their last items. */
function placed(
  blocks: readonly RootContent[],
  claims: readonly Claim[],
  above: Heading[],
): AskingList[] {
  let headings = above;
  let from = 0;
  return claims.map(({ at, items }, i) => {
    for (const block of blocks.slice(from, at))
      if (block.type === "heading") headings = under(headings, block);
    const next = claims[i + 1];
    const gap = blocks.slice(at + 1, next?.at);
    const own = gap.slice(
      0,
      next && goesOn(items, next.items) ? leadingTo(gap) : firstHeading(gap),
    );
    from = at + 1 + own.length;
    return { items, headings, following: own };
  });
}

/** Whether a list counts on where another ended: a heading between is then of an answer. */
function goesOn(items: readonly Item[], next: readonly Item[]): boolean {
  const last = items.at(-1)?.number ?? null;
  return last !== null && next[0]?.number === last + 1;
}

/** Where the headings begin that lead straight to the end. */
function leadingTo(blocks: readonly RootContent[]): number {
  const text = blocks.findLastIndex((block) => block.type !== "heading" && !isBoilerplate(block));
  const heading = firstHeading(blocks.slice(text + 1));
  return text + 1 + heading;
}

function firstHeading(blocks: readonly RootContent[]): number {
  const at = blocks.findIndex((block) => block.type === "heading" && !isReplyHeading(block));
  return at === -1 ? blocks.length : at;
}

/** The questions of a list; `following` is what belongs to its last item. */
export function questionsOfList(
  source: string,
  { items, headings }: AskingList,
  following: readonly RootContent[],
): Finding[] {
  return items.flatMap((item, i) =>
    questionsOf(source, item, { headings, following: i === items.length - 1 ? following : [] }),
  );
}
