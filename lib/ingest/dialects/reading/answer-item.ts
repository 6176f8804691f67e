import type { List, RootContent } from "mdast";
import { isAnswerItem } from "./answer-mark";

/** A list in two where one of its items, below choices, says what the answer is; else the list alone. */
export function withoutAnswerItem(source: string, list: List): RootContent[] {
  const at = list.children.findIndex((item, i) => i > 0 && isAnswerItem(source, item));
  return at === -1 ? [list] : [part(list, 0, at), part(list, at)];
}

function part(list: List, from: number, to?: number): List {
  const children = list.children.slice(from, to);
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  const position = first && last && { start: { ...first.start }, end: { ...last.end } };
  return { ...list, children, ...(position && { position }) };
}
