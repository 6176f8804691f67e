import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { type Picture, picturePath, type Pictures } from "@/lib/domain/picture";
import { element } from "./element";
import { leadsTo } from "./links";

declare module "vfile" {
  interface DataMap {
    /** Those that the document's relative paths lead to. */
    pictures: Pictures;
  }
}

/**
 * Shows the pictures that were taken in with their document, in their size, so that nothing moves
 * when they arrive. A remote one is shown as a link (loading it would tell its host who studies
 * what), any other as its emphasised description.
 */
export function rehypeImages() {
  return (tree: Root, file: { data: { pictures?: Pictures } }): void => {
    const known = (image: Element) =>
      file.data.pictures?.get(picturePath(image.properties.src ?? "") ?? "");
    // A picture within a link can't become a second link.
    visit(tree, "element", (node) => {
      if (node.tagName === "a") replaceImages(node, (image) => shown(image, known(image)));
    });
    replaceImages(tree, (image) => {
      const source = image.properties.src ?? "";
      if (leadsTo(source) === "elsewhere") return element("a", { href: source }, words(image));
      return shown(image, known(image));
    });
  };
}

function replaceImages(tree: Root | Element, replace: (image: Element) => Element): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "img" || node.properties.loading === "lazy") return;
    if (!parent || index === undefined) return;
    parent.children[index] = replace(node);
  });
}

function shown(image: Element, picture: Picture | undefined): Element {
  if (!picture) return element("em", {}, words(image));
  return element("img", {
    src: picture.address,
    ...sizeOf(image, picture),
    alt: image.properties.alt ?? "",
    loading: "lazy",
  });
}

/** The author's own width holds, with the picture's proportions. */
function sizeOf(image: Element, { width, height }: Picture): { width: number; height: number } {
  const wished = Number(image.properties.width);
  if (!(wished >= 1)) return { width, height };
  return { width: Math.round(wished), height: Math.round((wished * height) / width) };
}

function words(image: Element): string {
  const alt = (image.properties.alt ?? "").trim();
  return alt ? `Image: ${alt}` : "Image";
}
