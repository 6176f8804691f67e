import type { Html, RootContent } from "mdast";
import type { Span } from "@/lib/ingest/span";
import { walk } from "@/lib/ingest/walk";
import { cutOut, type Excerpt, excerpt, extent } from "./excerpt";
import { withoutLayout } from "./written-text";

/** `<details><summary>…</summary>…</details>` in a text. */
export type Details = {
  summary: string;
  /** Of its first tag, in the source. */
  line: number;
  span: Span;
  content: Span & { line: number };
  inner: Details[];
};

/** Those in a run of blocks, in order, each with the ones in it. What nothing closes ends at the next. */
export function detailsIn(source: string, blocks: readonly RootContent[]): Details[] {
  const whole = extent(source, blocks);
  if (!/<details/i.test(source.slice(whole.start, whole.end))) return [];
  const all: Details[] = [];
  const open: { details: Details; index: number }[] = [];
  let summaryStart = 0;
  for (const { name, closes, start, end, line } of tagsIn(source, blocks)) {
    const current = open.at(-1)?.details;
    if (name === "details" && !closes) {
      const content = { start: end, end: whole.end, line };
      const span = { start, end: whole.end };
      const details = { summary: "", line, span, content, inner: [] };
      open.push({ details, index: all.push(details) });
    } else if (name === "details" && current) {
      current.span.end = end;
      current.content.end = start;
      open.pop();
    } else if (current && !closes) summaryStart = end;
    else if (current) {
      current.summary = summaryText(source.slice(summaryStart, start));
      current.content = { ...current.content, start: end, line };
    }
  }
  for (const { details, index } of open) {
    const end = all[index]?.span.start ?? whole.end;
    details.span.end = end;
    details.content.end = end;
  }
  return nested(all);
}

/** A text with the fold closed that it breaks off in: its last tag may share a block with the next fold's first. */
export function withFoldsClosed(text: string): string {
  const open =
    (text.match(/<details\b/gi)?.length ?? 0) - (text.match(/<\/details\b/gi)?.length ?? 0);
  return open > 0 ? `${text}\n\n${"</details>".repeat(open)}` : text;
}

/** A summary as it is written, without the marks of a heading or a layout. */
function summaryText(written: string): string {
  return withoutLayout(written).replace(/^#{1,6}\s+/, "");
}

function nested(all: readonly Details[]): Details[] {
  const top: Details[] = [];
  const around: Details[] = [];
  for (const details of all) {
    while ((around.at(-1)?.span.end ?? Infinity) <= details.span.start) around.pop();
    (around.at(-1)?.inner ?? top).push(details);
    around.push(details);
  }
  return top;
}

/** What it holds below its summary, without the tags that only lay it out. */
export function contentOf(
  source: string,
  blocks: readonly RootContent[],
  { content }: Details,
  indent = 0,
): Excerpt | null {
  const raw = source.slice(content.start, content.end);
  const opening = OPENING.exec(raw)?.[0] ?? "";
  const closing = CLOSING.exec(raw.slice(opening.length).slice(-200))?.[0] ?? "";
  const start =
    content.start + opening.length - (/(?<![ \t])[ \t]*$/.exec(opening)?.[0].length ?? 0);
  const end = Math.max(start, content.end - closing.length);
  const inner = blocksWithin(blocks, { start, end });
  const within = extent(source, inner);
  const isWhole =
    inner.length > 0 &&
    source.slice(start, within.start).trim() === "" &&
    source.slice(within.end, end).trim() === "";
  if (isWhole) return excerpt(source, [inner], indent);
  const line = content.line + opening.split(/\r\n|\r|\n/).length - 1;
  const laidOut = indentOf(source.slice(start, end));
  return cutOut(source, { start, end }, line, laidOut < CODE ? indent : Math.max(indent, laidOut));
}

/** So much of an indent makes code of a text that is read alone; within tags it only lays it out. */
const CODE = 4;

/** Of all lines that are not blank. */
function indentOf(text: string): number {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  return Math.min(...lines.map((line) => /^ */.exec(line)?.[0].length ?? 0));
}

const LAYOUT = String.raw`(?:\s|&nbsp;|<br\s*\/?>|<\/?(?:p|b|div|strong|i|em|blockquote)(?:\s[^<>]*)?>|<ul>(?!\s*<li)|(?<!</li>\s*)</ul>)+`;
const OPENING = new RegExp(`^${LAYOUT}`, "i");
const CLOSING = new RegExp(`${LAYOUT}$`, "i");

/** The blocks that lie in a stretch of the source, of blocks in their order. */
export function blocksWithin(blocks: readonly RootContent[], { start, end }: Span): RootContent[] {
  const from = firstFrom(blocks, start);
  let to = from;
  while ((blocks[to]?.position?.end.offset ?? Infinity) <= end) to += 1;
  return blocks.slice(from, to);
}

/** The index of the first block that begins at an offset or later. */
function firstFrom(blocks: readonly RootContent[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((blocks[middle]?.position?.start.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Tag = Span & { name: string; closes: boolean; line: number };

function tagsIn(source: string, blocks: readonly RootContent[]): Tag[] {
  const tags: Tag[] = [];
  const read = ({ position }: Html) => {
    const from = position?.start.offset ?? 0;
    const text = source.slice(from, position?.end.offset);
    let line = position?.start.line ?? 1;
    let seen = 0;
    for (const { 0: tag, 1: slash = "", 2: name = "", index } of text.matchAll(TAG)) {
      line += lineEnds(text.slice(seen, index));
      seen = index;
      const start = from + index;
      tags.push({
        name: name.toLowerCase(),
        closes: slash !== "",
        start,
        end: start + tag.length,
        line,
      });
    }
  };
  for (const block of blocks)
    walk(block, (node) => {
      if (node.type === "html") read(node);
    });
  return tags;
}

const TAG = /<(\/?)(details|summary)\b[^<>]*>/gi;

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
