/** A rendered prompt: what its heading says, and what stands above and below that. */
export type PromptParts = { above: string; heading: string; below: string };

/**
 * Parts a prompt's HTML, as `lib/markdown` makes it, by its question: its first paragraph or heading,
 * within the quote or the one item that it may be. What has neither is heading altogether.
 */
export function promptParts(html: string): PromptParts {
  const blocks = blocksOf(html);
  const wrapped = onlyIn(blocks, "blockquote") ?? onlyItem(blocks);
  if (wrapped !== null) return promptParts(wrapped);
  const at = blocks.findIndex(({ name, inner }) => ASKS.test(name) && hasWords(inner));
  const question = blocks[at];
  if (!question) return { above: "", heading: html, below: "" };
  return {
    above: joined(blocks.slice(0, at)),
    heading: question.inner.replace(CALLOUT, ""),
    below: joined(blocks.slice(at + 1)),
  };
}

type Block = { name: string; outer: string; inner: string };

const ASKS = /^(?:p|h[1-6])$/;
const CALLOUT = /^\[![\w-]+\][+-]?\s*/;

/** What the one block is made of, where it is the only one and has that name. */
function onlyIn([block, ...others]: readonly Block[], name: string): string | null {
  return block?.name === name && others.length === 0 ? block.inner : null;
}

function onlyItem(blocks: readonly Block[]): string | null {
  const items = onlyIn(blocks, "ul") ?? onlyIn(blocks, "ol");
  return items === null ? null : onlyIn(blocksOf(items), "li");
}

function hasWords(inner: string): boolean {
  return inner.replaceAll(/<[^>]*>/g, "").trim() !== "";
}

function joined(blocks: readonly Block[]): string {
  return blocks.map(({ outer }) => outer).join("\n");
}

const TAG = /<(\/?)([a-z][a-z\d-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/g;
/** They have no end of their own. */
const VOID = new Set(["br", "hr", "img", "input", "wbr"]);

/** The elements that an HTML text is made of. */
function blocksOf(html: string): Block[] {
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
