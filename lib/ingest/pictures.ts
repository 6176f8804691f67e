import type { Definition, FootnoteDefinition, Nodes, Root } from "mdast";
import { picturePath } from "@/lib/domain/picture";
import { definitionsIn } from "./definitions";
import { walk } from "./walk";

/** A file beside the document that it shows as a picture, and where it first does. */
export type PictureReference = { path: string; line: number };

/** The pictures that a document refers to by a relative path, each once, in order. */
export function picturesOf(source: string, tree: Root): PictureReference[] {
  if (!mayHavePictures(source)) return [];
  const definitions = definitionsIn(source, tree.children);
  const lines = new Map<string, number>();
  walk(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    for (const path of pathsIn(node, definitions)) if (!lines.has(path)) lines.set(path, line);
  });
  return [...lines].map(([path, line]) => ({ path, line }));
}

/** Most texts have none, and going over all their nodes takes a while. */
export function mayHavePictures(source: string): boolean {
  return /!\[|<img/i.test(source);
}

type Definitions = ReturnType<typeof definitionsIn>;

function pathsIn(node: Nodes, definitions: Definitions): string[] {
  return urlsIn(node, definitions)
    .map(picturePath)
    .filter((path) => path !== null);
}

function urlsIn(node: Nodes, definitions: Definitions): string[] {
  if (node.type === "image") return [node.url];
  if (node.type === "imageReference") return linked(definitions.get(node.identifier));
  return node.type === "html" ? sourcesIn(node.value) : [];
}

function linked(definition: Definition | FootnoteDefinition | undefined): string[] {
  return definition?.type === "definition" ? [definition.url] : [];
}

// No `<` within a tag, so that a text of nothing but `<img` is read once.
const IMG_SOURCE = /<img\b[^<>]*?\ssrc\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/gi;

function sourcesIn(html: string): string[] {
  return [...html.matchAll(IMG_SOURCE)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? "").replaceAll("&amp;", "&"),
  );
}
