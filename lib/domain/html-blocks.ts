/** An element at the top of an HTML text. */
export type Block = { name: string; outer: string; inner: string };

/**
 * A tag of an HTML text, as `lib/markdown` makes it. Text there holds no `<`, and attributes no quote: who
 * goes from tag to tag from the beginning never takes one for the other.
 */
export const TAG = /<(\/?)([a-z][a-z\d-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/g;
/** They have no end of their own. */
const VOID = new Set(["br", "hr", "img", "input", "wbr"]);

/** An HTML text whose links are no links: it is to be one itself. */
export function withoutLinks(html: string): string {
  return html.replaceAll(TAG, (tag: string, _slash: string, name: string) =>
    name === "a" ? "" : tag,
  );
}

/** The elements that an HTML text, as `lib/markdown` makes it, is made of. */
export function blocksOf(html: string): Block[] {
  const blocks: Block[] = [];
  let depth = 0;
  let opened = { at: 0, inner: 0 };
  for (const { 0: tag, 1: slash, 2: name = "", index } of html.matchAll(TAG)) {
    const end = index + tag.length;
    if (VOID.has(name)) {
      if (depth === 0) blocks.push({ name, outer: tag, inner: "" });
    } else if (slash !== "/") {
      if (depth === 0) opened = { at: index, inner: end };
      depth += 1;
    } else {
      depth -= 1;
      if (depth === 0)
        blocks.push({
          name,
          outer: html.slice(opened.at, end),
          inner: html.slice(opened.inner, index),
        });
    }
  }
  return blocks;
}
