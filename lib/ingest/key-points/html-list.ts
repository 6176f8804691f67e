import type { Html, List, ListItem, PhrasingContent } from "mdast";

/** A list written in HTML as it would be in Markdown; null for other HTML. */
export function htmlList(node: Html): List | null {
  const items = [...node.value.matchAll(ITEM)].map((item) => listItem(item[1] ?? "", item, node));
  return items.length === 0 ? null : { type: "list", children: items };
}

const ITEM = /<li\b[^<>]*>([^]*?)(?=<\/?(?:li|[uo]l)\b|$)/gi;

function listItem(
  html: string,
  { index, 0: whole }: RegExpExecArray,
  { position }: Html,
): ListItem {
  const [, , lead, rest = html] = LEAD.exec(html) ?? [];
  const strong: PhrasingContent[] =
    lead === undefined ? [] : [{ type: "strong", children: [{ type: "text", value: lead }] }];
  const text: PhrasingContent = { type: "text", value: rest.replace(/<[^<>]*>/g, " ") };
  const item: ListItem = {
    type: "listItem",
    children: [{ type: "paragraph", children: [...strong, text] }],
  };
  const from = position?.start.offset;
  if (!position || from === undefined) return item;
  const at = (offset: number) => ({ ...position.start, offset: from + offset });
  return { ...item, position: { start: at(index), end: at(index + whole.length) } };
}

const LEAD = /^\s*<(b|strong)>([^<]*)<\/\1>([^]*)/i;
