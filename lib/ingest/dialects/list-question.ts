import type { Dialect, ParsedDocument } from "./dialect";
import { hasAnswer, type Item } from "./reading/list-items";
import { type AskingList, askingLists, questionsOfList } from "./reading/lists";

/**
 * A list item a question: `1. ### What is a VPC?` or `1. **What is a VPC?**`, the answer in the
 * rest of the item or in what follows the list.
 */
export const listQuestion: Dialect = {
  name: "list-question",
  example: "1. ### What is a VPC?, the answer below it in the same list item",
  detect: (document) => listsIn(document).reduce((sum, { items }) => sum + items.length, 0),
  extract: (document) =>
    listsIn(document).flatMap((list) => questionsOfList(document.source, list, list.following)),
};

function listsIn(document: ParsedDocument): AskingList[] {
  return askingLists(document, (items) => items.filter(isAnswered).length * 2 >= items.length);
}

function isAnswered(item: Item): boolean {
  return item.asks && (item.isHead || hasAnswer(item));
}
