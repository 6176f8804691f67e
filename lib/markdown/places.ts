import type { Root } from "hast";
import { visit } from "unist-util-visit";

const PLACES = new Set(["h3", "h4", "h5", "h6", "p", "li", "tr", "pre", "blockquote"]);

/**
 * Marks each block with where it begins in the Markdown (`data-at`, a UTF-16 offset), so that a key
 * point can be found in the answer that it summarises.
 */
export function rehypePlaces() {
  return (tree: Root): void => {
    visit(tree, "element", ({ tagName, position, properties }) => {
      const at = position?.start.offset;
      if (at !== undefined && PLACES.has(tagName)) properties.dataAt = at;
    });
  };
}
