import type { List, ListItem } from "mdast";
import { boldLine } from "./first-line";
import { partOfList } from "./part-of-list";
import { numberIn } from "./question-mark";

/** An item of a list, and a list of its answer that Markdown takes for more of its own list. */
type Own = { node: ListItem; more: List[] };

/**
 * The items of a list, without those that begin to count anew below one that is a heading or bold:
 * `14. ### What is …?`, and below it at the margin `1. First`, are a question and a list in its answer.
 */
export function withAnswerLists(source: string, list: List): Own[] {
  const own: { node: ListItem; inner: ListItem[] }[] = [];
  for (const node of list.children) {
    const head = own.at(-1);
    if (head && isOfAnswer(source, node, head)) head.inner.push(node);
    else own.push({ node, inner: [] });
  }
  return own.map(({ node, inner }) => ({
    node,
    more: inner.length > 0 ? [{ ...partOfList(list, inner), start: 1 }] : [],
  }));
}

function isOfAnswer(
  source: string,
  node: ListItem,
  { node: head, inner }: { node: ListItem; inner: readonly ListItem[] },
): boolean {
  const [number, over] = [writtenNumber(source, node), writtenNumber(source, head)];
  if (isHeaded(node) || number === null || over === null) return false;
  if (inner.length > 0) return !(number === over + 1 && isBold(source, node));
  // Some write 1 before each of their questions.
  return number === 1 && (isHeaded(head) || (over > 1 && isBold(source, head)));
}

function isHeaded({ children: [first] }: ListItem): boolean {
  return first?.type === "heading";
}

function isBold(source: string, { children: [first] }: ListItem): boolean {
  return first?.type === "paragraph" && boldLine(source, first) !== null;
}

/** The number before an item, as its author wrote it. */
function writtenNumber(source: string, { position }: ListItem): number | null {
  const at = position?.start.offset ?? 0;
  return numberIn(/^\d+/.exec(source.slice(at, at + 10))?.[0]);
}
