import type { List, ListItem } from "mdast";

/** Some neighbouring items of a list as one, where they stand. */
export function partOfList(list: List, children: ListItem[]): List {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  // Each node has points of its own: they are moved one by one when the text is cut out.
  const position = start && end && { start: { ...start }, end: { ...end } };
  return { ...list, children, ...(position && { position }) };
}
