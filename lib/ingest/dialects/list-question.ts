import type { RootContent } from "mdast";
import type { Dialect, ParsedDocument } from "./dialect";
import { isChoices } from "./reading/choices";
import { hasAnswer, type Item } from "./reading/list-items";
import { asksPlainly } from "./reading/question-words";
import { type AskingList, askingLists, questionsOfList } from "./reading/lists";

/**
 * A list item a question: `1. ### What is a VPC?` or `1. **What is a VPC?**`, the answer in the
 * rest of the item or in what follows the list.
 */
export const listQuestion: Dialect = {
  name: "list-question",
  place: "in items of a list",
  example: "1. ### What is a VPC?, the answer below it in the same list item",
  detect: (document) => listsIn(document).reduce((sum, { items }) => sum + items.length, 0),
  extract: (document) =>
    listsIn(document).flatMap((list) => questionsOfList(document.source, list, list.following)),
};

function listsIn(document: ParsedDocument): AskingList[] {
  const lists = askingLists(
    document,
    (items, { next }) => isAnsweredWithin(items) || isAnsweredBelow(items, next),
  );
  const below = lists.flatMap(({ items }) => (isAnsweredWithin(items) ? [] : items));
  const areSteps = below.filter(({ title }) => /[?？؟]/.test(title)).length * 2 < below.length;
  return areSteps ? askingLists(document, isAnsweredWithin) : lists;
}

function isAnsweredWithin(items: readonly Item[]): boolean {
  const answered = items.filter(isAnswered);
  // A note is written so too: “When you launch it”, and what happens then below.
  const plain = answered.filter(({ isHead, title }) => isHead || asksPlainly(title));
  return answered.length * 2 >= items.length && plain.length * 2 >= answered.length;
}

/** `1) What is a VPC?` alone, as the text or the choices below part it from the next. */
function isAnsweredBelow([only, ...others]: Item[], next: RootContent | undefined): boolean {
  if (!only || others.length > 0 || !next) return false;
  return (only.asks && next.type === "paragraph") || (only.number !== null && isChoices(next));
}

function isAnswered(item: Item): boolean {
  return item.asks && (item.isHead || hasAnswer(item));
}
