import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

// The page's h1 is the question and its h2 "Answer".
const PAGE_DEPTH = 2;
const DEEPEST = 6;

/**
 * Fits an answer's headings under the page's own: the shallowest becomes h3, the others follow by
 * rank. No level is skipped on the way down, so that the outline read aloud has no holes.
 */
export function rehypeHeadings() {
  return (tree: Root): void => {
    const headings: Element[] = [];
    visit(tree, "element", (node) => {
      if (isFootnotesLabel(node)) {
        node.tagName = `h${PAGE_DEPTH + 1}`;
        node.properties.className = ["visually-hidden"];
      } else if (/^h[1-6]$/.test(node.tagName)) headings.push(node);
    });
    const ranks = [...new Set(headings.map((heading) => heading.tagName))].toSorted();
    let depth = PAGE_DEPTH;
    for (const heading of headings) {
      const wanted = PAGE_DEPTH + 1 + ranks.indexOf(heading.tagName);
      depth = Math.min(wanted, depth + 1, DEEPEST);
      heading.tagName = `h${depth}`;
    }
  };
}

// remark-rehype writes this one itself, at h2; it must not push the author's headings down.
function isFootnotesLabel({ tagName, properties }: Element): boolean {
  const classes = properties.className;
  return tagName === "h2" && Array.isArray(classes) && classes.includes("sr-only");
}
