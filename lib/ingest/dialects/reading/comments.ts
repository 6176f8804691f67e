import type { RootContent } from "mdast";

/** What comments beside a question say of it: `<!-- id: … -->`, `<!-- tags: (a,b) -->`, `<!-- expertise: (1) -->`. */
export type Remarks = { explicitId: string | null; tags: string[]; difficulty: string | null };

/** Reads them; a later one of a kind takes the place of an earlier. */
export function readRemarks(blocks: readonly RootContent[]): Remarks {
  const remarks: Remarks = { explicitId: null, tags: [], difficulty: null };
  for (const block of blocks) {
    if (block.type !== "html") continue;
    for (const [, key = "", value = ""] of block.value.matchAll(REMARK)) {
      const text = value
        .trim()
        .replace(/^\((.*)\)$/, "$1")
        .trim();
      if (text === "") continue;
      if (key.toLowerCase() === "id") remarks.explicitId = text;
      else if (key.toLowerCase() === "tags") remarks.tags = words(text);
      else remarks.difficulty = text;
    }
  }
  return remarks;
}

/** Whether a block holds nothing but such comments. */
export function isRemark(block: RootContent): boolean {
  return block.type === "html" && block.value.replaceAll(REMARK, "").trim() === "";
}

const REMARK = /<!--\s*(id|tags|expertise|difficulty|level)\s*:\s*((?:(?!-->)[^\n]){0,200})-->/gi;

function words(text: string): string[] {
  return text
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}
