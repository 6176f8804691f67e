import type { List, RootContent } from "mdast";
import { isAnswerItem } from "./answer-mark";
import { partOfList } from "./part-of-list";

/** A list in two where one of its items, below choices, says what the answer is; else the list alone. */
export function withoutAnswerItem(source: string, list: List): RootContent[] {
  const { children } = list;
  const at = children.findIndex((item, i) => i > 0 && isAnswerItem(source, item));
  if (at === -1) return [list];
  return [partOfList(list, children.slice(0, at)), partOfList(list, children.slice(at))];
}
