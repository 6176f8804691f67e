import type { Root, RootContent } from "mdast";
import type { Span } from "@/lib/ingest/span";
import { walk } from "@/lib/ingest/walk";

/** What comments beside a question say of it: `<!-- id: … -->`, `<!-- tags: (a,b) -->`, `<!-- expertise: (1) -->`. */
export type Metadata = { explicitId: string | null; tags: string[]; difficulty: string | null };

/** One such comment, and where it stands. */
export type MetadataComment = Span & { says: Partial<Metadata> };

/** All of them in a tree, in order. */
export function metadataComments(source: string, tree: Root): MetadataComment[] {
  if (source.search(REMARK) === -1) return [];
  const comments: MetadataComment[] = [];
  walk(tree, (node) => {
    if (node.type !== "html") return;
    const from = node.position?.start.offset ?? 0;
    for (const { 0: all, 1: key = "", 2: text = "", index } of node.value.matchAll(REMARK))
      comments.push({ start: from + index, end: from + index + all.length, says: said(key, text) });
  });
  return comments;
}

function said(key: string, value: string): Partial<Metadata> {
  const text = value
    .trim()
    .replace(/^\((.*)\)$/, "$1")
    .trim();
  if (text === "") return {};
  if (key.toLowerCase() === "id") return { explicitId: text };
  return key.toLowerCase() === "tags" ? { tags: wordsIn(text) } : { difficulty: text };
}

/** Whether a block holds nothing but such comments. */
export function isRemark(block: RootContent): boolean {
  return block.type === "html" && withoutRemarks(block.value).trim() === "";
}

/** A text without them. */
export function withoutRemarks(text: string): string {
  return text.includes("<!--") ? text.replaceAll(REMARK, "") : text;
}

const REMARK = /<!--\s*(id|tags|expertise|difficulty|level)\s*:\s*((?:(?!-->)[^\n]){0,200})-->/gi;

/** The words of a list with commas between. */
export function wordsIn(text: string): string[] {
  return text
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}
