import type { Nodes } from "mdast";

/**
 * Shows a node and all in it, in order; what `look` answers "skip" for is not gone into. It takes time
 * in proportion to them: unist-util-visit looks for each node's index among its neighbours.
 */
export function walk(node: Nodes, look: (node: Nodes) => "skip" | void): void {
  if (look(node) === "skip" || !("children" in node)) return;
  for (const child of node.children) walk(child, look);
}
