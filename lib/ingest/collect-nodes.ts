import type { Code, Heading, Root } from "mdast";
import { mayHavePictures } from "./pictures";
import { walk } from "./walk";

/** What problems are looked for in, gathered in one walk over a document's tree. */
export type CollectedNodes = {
  headings: Heading[];
  code: Code[];
  /** Pictures that lie on another server. */
  remoteImages: RemoteImage[];
};

export type RemoteImage = { url: string; line: number; offset: number };

/** Walks a tree before anything is cut out of it. */
export function collectNodes(source: string, tree: Root): CollectedNodes {
  const found: CollectedNodes = { headings: [], code: [], remoteImages: [] };
  const hasPictures = mayHavePictures(source);
  walk(tree, (node) => {
    // Most texts have no pictures, and most nodes lie in paragraphs.
    if (node.type === "paragraph" && !hasPictures) return "skip";
    const { line = 1, offset = 0 } = node.position?.start ?? {};
    if (node.type === "heading") found.headings.push(node);
    else if (node.type === "code") found.code.push(node);
    else if (node.type === "image" && isRemote(node.url))
      found.remoteImages.push({ url: node.url, line, offset });
    else if (node.type === "html")
      for (const [, url = ""] of node.value.matchAll(HTML_IMAGE))
        if (isRemote(url)) found.remoteImages.push({ url, line, offset });
    return undefined;
  });
  return found;
}

const HTML_IMAGE = /<img\b[^<>]*?\ssrc=["']?([^"'\s<>]+)/gi;

function isRemote(url: string): boolean {
  return /^(?:https?:)?\/\//i.test(url);
}
