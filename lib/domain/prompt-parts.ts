import { type Block, blocksOf } from "./html-blocks";

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
