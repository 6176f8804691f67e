import { renderMarkdown } from "@/lib/markdown/render";
import type { Element, Nodes, Root } from "hast";
import { toString } from "mdast-util-to-string";
import rehypeRaw from "rehype-raw";
import { remark } from "remark";
import remarkRehype from "remark-rehype";
import { visit } from "unist-util-visit";

const parser = remark().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).freeze();

/** Every element that a browser's parser finds in this HTML, in order. */
export function elements(html: string): Element[] {
  const tree: Nodes = parser.runSync({ type: "root", children: [{ type: "html", value: html }] });
  const found: Element[] = [];
  visit(tree, "element", (node) => void found.push(node));
  return found;
}

/** Those of one tag name. */
export function all(html: string, tagName: string): Element[] {
  return elements(html).filter((node) => node.tagName === tagName);
}

/** The only one of its tag name; throws when there are none or several. */
export function only(html: string, tagName: string): Element {
  const [first, ...more] = all(html, tagName);
  if (!first || more.length > 0) throw new Error(`Not exactly one <${tagName}> in ${html}`);
  return first;
}

/** What an element says. */
export function text(node: Element | Root): string {
  return toString(node);
}

/** The element's classes, none when it has none. */
export function classes(node: Element): string[] {
  const names = node.properties.className;
  return Array.isArray(names) ? names.map(String) : [];
}

/** The SVG inside an image's data URL. */
export function svgOf(image: Element): string {
  const [, data] = /^data:image\/svg\+xml;base64,(.+)$/.exec(image.properties.src ?? "") ?? [];
  if (!data) throw new Error("Not an image drawn here");
  return Buffer.from(data, "base64").toString("utf8");
}

/** What a Markdown text renders to, without the marks of where each block begins. */
export function rendered(markdown: string): string {
  return renderMarkdown(markdown).replaceAll(/ data-at="\d+"/g, "");
}
