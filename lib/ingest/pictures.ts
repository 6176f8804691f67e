import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { picturePath } from "@/lib/domain/picture";

/** A file beside the document that it shows as a picture, and where it first does. */
export type PictureReference = { path: string; line: number };

/** The pictures that a document refers to by a relative path, each once, in order. */
export function picturesOf(tree: Root, fileLine: (line: number) => number): PictureReference[] {
  const definitions = definitionsOf(tree);
  const lines = new Map<string, number>();
  visit(tree, (node) => {
    const line = fileLine(node.position?.start.line ?? 1);
    for (const path of pathsIn(node, definitions)) if (!lines.has(path)) lines.set(path, line);
  });
  return [...lines].map(([path, line]) => ({ path, line }));
}

function pathsIn(node: Nodes, definitions: Map<string, string>): string[] {
  return urlsIn(node, definitions)
    .map(picturePath)
    .filter((path) => path !== null);
}

function urlsIn(node: Nodes, definitions: Map<string, string>): string[] {
  if (node.type === "image") return [node.url];
  if (node.type === "imageReference") return [definitions.get(node.identifier) ?? ""];
  return node.type === "html" ? sourcesIn(node.value) : [];
}

function definitionsOf(tree: Root): Map<string, string> {
  const found = new Map<string, string>();
  visit(tree, "definition", ({ identifier, url }) => {
    // The first one counts, as in CommonMark.
    if (!found.has(identifier)) found.set(identifier, url);
  });
  return found;
}

// No `<` within a tag, so that a text of nothing but `<img` is read once.
const IMG_SOURCE = /<img\b[^<>]*?\ssrc\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/gi;

function sourcesIn(html: string): string[] {
  return [...html.matchAll(IMG_SOURCE)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? "").replaceAll("&amp;", "&"),
  );
}
