import type { Root } from "hast";
import { visit } from "unist-util-visit";

/** Says of each box of a task list what its tick means; the sanitiser has disabled them all. */
export function rehypeCheckboxes() {
  return (tree: Root): void => {
    visit(tree, "element", (node) => {
      if (node.tagName !== "input") return;
      node.properties.ariaLabel = node.properties.checked === true ? "done" : "to do";
    });
  };
}
