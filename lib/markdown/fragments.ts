import { createHash } from "node:crypto";
import type { Element, Root } from "hast";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";

// What rehype-sanitize puts before every id and name, so that none can shadow a property of window.
const SANITISED = "user-content-";
const NAMING = ["id", "name", "ariaDescribedBy", "ariaLabelledBy"];

/**
 * Makes links within a document lead to their targets again: footnotes, explicit ids, and headings by
 * GitHub's slug. Ids carry a fingerprint of the text, since several answers may share one page.
 * A fragment without a target loses its href.
 */
export function rehypeFragments() {
  return (tree: Root, file: { toString(): string }): void => {
    const prefix = `${SANITISED}${fingerprint(file.toString())}-`;
    const nodes = elementsOf(tree);
    nameHeadings(nodes, new Set(nodes.map(fragmentOf).map(decoded)));
    const targets = new Set(nodes.flatMap(namesOf).map(decoded));
    for (const node of nodes) {
      rename(node, prefix);
      const fragment = fragmentOf(node);
      if (!fragment) continue;
      if (targets.has(decoded(fragment))) node.properties.href = `#${prefix}${fragment}`;
      else delete node.properties.href;
    }
  };
}

function elementsOf(tree: Root): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (node) => void found.push(node));
  return found;
}

// Empty for what is no link into this document: an empty fragment leads nowhere either.
function fragmentOf({ tagName, properties }: Element): string {
  const href = properties.href;
  return tagName === "a" && typeof href === "string" && href.startsWith("#") ? href.slice(1) : "";
}

// Only headings that something links to need an id.
function nameHeadings(nodes: Element[], wanted: Set<string>): void {
  for (const node of nodes) {
    if (!/^h[1-6]$/.test(node.tagName) || node.properties.id !== undefined) continue;
    const slug = slugOf(toString(node));
    if (wanted.delete(slug)) node.properties.id = SANITISED + slug;
  }
}

// GitHub's: letters, digits, hyphens and underscores of any script, in lower case.
function slugOf(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "");
  return kept.trim().replaceAll(" ", "-");
}

function namesOf({ properties }: Element): string[] {
  return [properties.id, properties.name]
    .filter((name) => typeof name === "string")
    .map((name) => name.slice(SANITISED.length));
}

function rename({ properties }: Element, prefix: string): void {
  const own = (name: unknown) => prefix + String(name).slice(SANITISED.length);
  for (const key of NAMING) {
    const value = properties[key];
    if (Array.isArray(value)) properties[key] = value.map(own);
    else if (value !== undefined && value !== null) properties[key] = own(value);
  }
}

// MetadataComment percent-encodes hrefs; ids are as the author wrote them.
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
