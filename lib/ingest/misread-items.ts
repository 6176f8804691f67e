import type { Line } from "./lines";

const ITEM_OF_HEADING = /^\d{1,9}[.)][ \t]+#{1,6}[ \t]/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;

/**
 * Where micromark 4 goes wrong: after an indented line it takes no number but 1 for the start of a
 * list, and reads the items that follow as paragraphs and code. `12. ### What is …?` after a link
 * back up that is indented a little too far is such an item.
 */
export function misreadItems(lines: readonly Line[]): Line[] {
  const found: Line[] = [];
  let fence = "";
  let before = "";
  let isAfterBlank = false;
  for (const line of lines) {
    const { text } = line;
    const [, mark = ""] = FENCE.exec(text) ?? [];
    if (fence === "" && isAfterBlank && /^(?: {4}|\t)/.test(before) && ITEM_OF_HEADING.test(text))
      found.push(line);
    if (mark !== "" && fence === "") fence = mark;
    else if (mark !== "" && mark.startsWith(fence)) fence = "";
    isAfterBlank = text.trim() === "";
    if (!isAfterBlank) before = text;
  }
  return found;
}
