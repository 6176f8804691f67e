import type { Heading, RootContent } from "mdast";
import type { FoundQuestion, ParsedDocument } from "@/lib/ingest/dialects/dialect";
import { isReplyHeading } from "./answer-mark";
import { isLinkList } from "./furniture";
import { type Item, itemsOf, questionsOf } from "./list-items";
import { under } from "./topics";

/** A list of questions, where it stands, and what follows it up to the next list or heading. */
export type AskingList = { items: Item[]; headings: Heading[]; following: RootContent[] };

/** The top-level lists that are questions by `isAsking`. Lists of links are not looked at. */
export function askingLists(
  { source, tree, above }: ParsedDocument,
  isAsking: (items: Item[], headings: Heading[]) => boolean,
): AskingList[] {
  const lists: AskingList[] = [];
  let headings = above;
  let current: AskingList | null = null;
  for (const block of tree.children) {
    if (block.type === "heading" && !(current && isReplyHeading(block))) {
      headings = under(headings, block);
      current = null;
      continue;
    }
    const items = block.type === "list" && !isLinkList(block) ? itemsOf(source, block) : [];
    if (items.length > 0 && isAsking(items, headings)) {
      current = { items, headings, following: [] };
      lists.push(current);
    } else current?.following.push(block);
  }
  return lists;
}

/** The questions of a list; `following` is what belongs to its last item. */
export function questionsOfList(
  source: string,
  { items, headings }: AskingList,
  following: readonly RootContent[],
): FoundQuestion[] {
  return items.flatMap((item, i) =>
    questionsOf(source, item, { headings, following: i === items.length - 1 ? following : [] }),
  );
}
