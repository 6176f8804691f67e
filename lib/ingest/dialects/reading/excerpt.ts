import type { RootContent } from "mdast";
import { parseMarkdown } from "@/lib/ingest/parse-markdown";
import { walk } from "@/lib/ingest/walk";
import type { Span } from "@/lib/ingest/span";

/** A text taken out of the source, and its blocks, whose offsets count from `start`; lines stay the source's. */
export type Excerpt = { markdown: string; start: number; blocks: RootContent[] };

/**
 * Runs of neighbouring blocks as one text, or null when there are none. Blocks of a list item lose
 * `indent` columns, or they would be code where they stand alone; their offsets are set to fit.
 */
export function excerpt(
  source: string,
  runs: readonly (readonly RootContent[])[],
  indent = 0,
): Excerpt | null {
  const kept = runs.filter(({ length }) => length > 0);
  const [first] = kept;
  if (!first) return null;
  if (kept.length === 1 && indent === 0) {
    const { start, end } = extent(source, first);
    return { markdown: source.slice(start, end), start, blocks: [...first] };
  }
  let markdown = "";
  for (const run of kept) {
    const piece = dedented(source, run, indent);
    if (markdown !== "") markdown += "\n\n";
    moveOffsets(run, piece, markdown.length);
    markdown += piece.text;
  }
  return { markdown, start: 0, blocks: kept.flat() };
}

/** What neighbouring blocks say, less the indent of the list item that they stand in. */
export function textOf(source: string, run: readonly RootContent[], indent = 0): string {
  return run.length === 0 ? "" : dedented(source, run, indent).text;
}

/**
 * A text that begins or ends within a block, of which the tree knows nothing: read anew. `line` is
 * that of its start. Null when it is blank.
 */
export function cutOut(
  source: string,
  { start, end }: Span,
  line: number,
  indent = 0,
): Excerpt | null {
  const written = source.slice(start, end).trimEnd();
  const blank = BLANK_LINES.exec(written)?.[0] ?? "";
  const markdown = withoutIndent(written.slice(blank.length), indent).text;
  const linesDown = line - 1 + lineEndsIn(blank);
  const blocks = markdown.trim() === "" ? [] : (parseMarkdown(markdown)?.children ?? []);
  if (blocks.length === 0) return null;
  for (const block of blocks)
    walk(block, ({ position }) => {
      if (!position) return;
      position.start.line += linesDown;
      position.end.line += linesDown;
    });
  return { markdown, start: 0, blocks };
}

const BLANK_LINES = /^(?:[ \t]*(?:\r\n|\r|\n))*/;

function lineEndsIn(text: string): number {
  return text.split(LINE_END).length >> 1;
}

/** Two texts as one; either may be missing. */
export function joined(first: Excerpt | null, second: Excerpt | null): Excerpt | null {
  if (!first || !second) return first ?? second;
  const base = first.markdown.length + 2;
  shift(first.blocks, -first.start);
  shift(second.blocks, base - second.start);
  return {
    markdown: `${first.markdown}\n\n${second.markdown}`,
    start: 0,
    blocks: [...first.blocks, ...second.blocks],
  };
}

function shift(blocks: readonly RootContent[], by: number): void {
  if (by !== 0) moveEach(blocks, ({ offset = 0 }) => offset + by);
}

/** Where neighbouring blocks begin and end. */
export function extent(source: string, run: readonly RootContent[]): Span {
  const offset = run[0]?.position?.start.offset ?? 0;
  // From the start of the line: without the indent of its first item, a list would nest the others.
  let start = offset;
  while (start > 0 && /[ \t]/.test(source.charAt(start - 1))) start -= 1;
  if (start > 0 && !/[\r\n]/.test(source.charAt(start - 1))) start = offset;
  return { start, end: run.at(-1)?.position?.end.offset ?? start };
}

/** From the start of a question's line to the end of its last block. Taken before any is cut out. */
export function spanOf(line: RootContent | undefined, blocks: readonly RootContent[]): Span {
  const start = line?.position?.start.offset ?? 0;
  return { start, end: (blocks.at(-1) ?? line)?.position?.end.offset ?? start };
}

type Dedented = { text: string; start: number; firstLine: number; lost: number[] };

function dedented(source: string, run: readonly RootContent[], indent: number): Dedented {
  const { start, end } = extent(source, run);
  const firstLine = run[0]?.position?.start.line ?? 1;
  return { start, firstLine, ...withoutIndent(source.slice(start, end), indent) };
}

/** `lost`: how many characters went from the start to the end of each line. */
function withoutIndent(text: string, columns: number): { text: string; lost: number[] } {
  const lost: number[] = [];
  let sum = 0;
  const parts = text.split(LINE_END).map((part, i) => {
    if (i % 2 === 1) return part;
    const width = indentWithin(part, columns);
    sum += width;
    lost.push(sum);
    return part.slice(width);
  });
  return { text: parts.join(""), lost };
}

const LINE_END = /(\r\n|\r|\n)/;

/** How many characters of a line's indent make up to `columns` columns; a tab goes to the next fourth. */
function indentWithin(line: string, columns: number): number {
  let column = 0;
  let length = 0;
  for (const character of line) {
    if (character !== " " && character !== "\t") break;
    const next = character === "\t" ? column + 4 - (column % 4) : column + 1;
    if (next > columns) break;
    column = next;
    length += 1;
  }
  return length;
}

function moveOffsets(
  run: readonly RootContent[],
  { start, firstLine, lost }: Dedented,
  base: number,
): void {
  moveEach(run, ({ line, offset = start }) =>
    Math.max(base, base + offset - start - (lost[line - firstLine] ?? 0)),
  );
}

function moveEach(
  blocks: readonly RootContent[],
  moved: (point: { line: number; offset?: number | undefined }) => number,
): void {
  for (const block of blocks)
    walk(block, ({ position }) => {
      if (!position) return;
      position.start.offset = moved(position.start);
      position.end.offset = moved(position.end);
    });
}
