import type { Heading, Html, Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { readMark } from "./question-mark";
import { asks } from "./question-words";

/** Fewer may be the banner of a page. */
const FEWEST = 2;

/**
 * A tree with the headings that a document has in HTML, `<h3 align="center">What is …?</h3>`, as
 * headings; the same tree where not two of them ask.
 */
export function withHtmlHeadings(source: string, tree: Root): Root {
  if (!/<h[1-6][\s>]/i.test(source)) return tree;
  let asking = 0;
  const children = tree.children.flatMap((block) => {
    const parts = block.type === "html" ? partsOf(source, block) : [block];
    if (block.type === "html") asking += parts.filter(isAskingHeading).length;
    return parts;
  });
  return asking < FEWEST ? tree : { ...tree, children };
}

function isAskingHeading(block: RootContent): boolean {
  if (block.type !== "heading") return false;
  const { text, isMarked } = readMark(toString(block));
  return isMarked || asks(text);
}

const HEADING = /<h([1-6])(?:\s[^<>]*)?>((?:(?!<\/?h[1-6])[^])*)<\/h\1>/gi;
/** Within these a heading is part of something else. */
const HOLDS_OTHERS = /<(?:details|summary|table|pre|!--)/i;

/** The headings in a block of HTML, and what is left between them. */
function partsOf(source: string, block: Html): RootContent[] {
  const from = block.position?.start.offset ?? 0;
  const text = source.slice(from, block.position?.end.offset);
  if (HOLDS_OTHERS.test(text)) return [block];
  const parts: RootContent[] = [];
  const pointAt = pointsIn(text, from, block.position?.start.line ?? 1);
  let done = 0;
  for (const { 0: all, 1: level, 2: title = "", index } of text.matchAll(HEADING)) {
    parts.push(...htmlIn(text, done, index, pointAt));
    done = index + all.length;
    const titleEnd = done - "</h1>".length;
    const start = pointAt(index);
    const inner = { start: pointAt(titleEnd - title.length), end: pointAt(titleEnd) };
    const value = title.replaceAll(/<[^<>]*>/g, "").trim();
    parts.push({
      type: "heading",
      depth: DEPTHS[Number(level) - 1] ?? 6,
      children: [{ type: "text", value, position: inner }],
      position: { start, end: pointAt(done) },
    } satisfies Heading);
  }
  if (parts.length === 0) return [block];
  return [...parts, ...htmlIn(text, done, text.length, pointAt)];
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

type PointAt = (index: number) => { line: number; column: number; offset: number };

/** Where indexes of a text lie in its document. They are asked for in their order, and each line end is seen once. */
function pointsIn(text: string, offset: number, firstLine: number): PointAt {
  let line = firstLine;
  let seen = 0;
  return (index) => {
    line += text.slice(seen, index).match(/\r\n|\r|\n/g)?.length ?? 0;
    seen = index;
    return { line, column: 1, offset: offset + index };
  };
}

function htmlIn(text: string, begin: number, end: number, pointAt: PointAt): Html[] {
  const value = text.slice(begin, end).trim();
  if (value === "") return [];
  const start = begin + text.slice(begin, end).indexOf(value);
  const position = { start: pointAt(start), end: pointAt(start + value.length) };
  return [{ type: "html", value, position }];
}
