import type { Element, Root } from "hast";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { drawDiagram, type Drawing } from "./diagram";
import { describeDiagram } from "./diagram-source";
import { codeLanguage, element } from "./element";

/**
 * Draws mermaid blocks. The drawings are images, once for each theme, because inline their stylesheet
 * would restyle the page; the text stays under them. What can't be drawn stays a code block.
 */
export function rehypeDiagrams() {
  return (tree: Root): void => {
    visit(tree, "element", (node, index, parent) => {
      if (node.tagName !== "pre" || codeLanguage(node) !== "mermaid") return undefined;
      if (!parent || index === undefined) return undefined;
      const code = toString(node);
      const drawing = drawDiagram(code);
      if (typeof drawing === "string") return undefined;
      parent.children.splice(index, 1, figure(drawing, describeDiagram(code)), asText(node));
      return index + 2;
    });
  };
}

function figure({ light, dark, width, height }: Drawing, alt: string): Element {
  const image = (theme: string, svg: string) =>
    element("img", { className: [`diagram-${theme}`], src: dataUrl(svg), width, height, alt });
  return element(
    "figure",
    { className: ["diagram"], tabIndex: 0, role: "group", ariaLabel: "Diagram" },
    image("light", light),
    image("dark", dark),
  );
}

function asText(code: Element): Element {
  return element("details", {}, element("summary", {}, "Diagram as text"), code);
}

function dataUrl(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
