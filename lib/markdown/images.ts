import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { element } from "./element";
import { leadsTo } from "./links";

/**
 * Shows pictures as words: a remote one as a link (loading it would tell its host who studies what),
 * any other as its emphasised description.
 */
export function rehypeImages() {
  return (tree: Root): void => {
    // A picture within a link can't become a second link.
    visit(tree, "element", (node) => {
      if (node.tagName === "a") replaceImages(node, described);
    });
    replaceImages(tree, (image) => {
      const source = image.properties.src ?? "";
      return leadsTo(source) === "elsewhere"
        ? element("a", { href: source }, words(image))
        : described(image);
    });
  };
}

function replaceImages(tree: Root | Element, replace: (image: Element) => Element): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "img" || !parent || index === undefined) return;
    parent.children[index] = replace(node);
  });
}

function described(image: Element): Element {
  return element("em", {}, words(image));
}

function words(image: Element): string {
  const alt = (image.properties.alt ?? "").trim();
  return alt ? `Image: ${alt}` : "Image";
}
