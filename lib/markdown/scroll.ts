import type { Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { codeLanguage, element } from "./element";

/**
 * Lets wide tables and code scroll within themselves, by keyboard too. They are groups, not regions:
 * ten regions of one name are ten equal landmarks to a screen reader.
 */
export function rehypeScroll() {
  return (tree: Root): void => {
    visit(tree, "element", (node, index, parent) => {
      if (node.tagName === "pre") {
        const language = codeLanguage(node);
        Object.assign(node.properties, scrolls(language ? `Code: ${language}` : "Code"));
        if (language) node.properties.dataLanguage = language;
      }
      if (node.tagName === "table" && parent && index !== undefined) {
        parent.children[index] = element(
          "div",
          { className: ["scroll"], ...scrolls("Table") },
          node,
        );
        return SKIP;
      }
      return undefined;
    });
  };
}

function scrolls(label: string) {
  return { tabIndex: 0, role: "group", ariaLabel: label };
}
