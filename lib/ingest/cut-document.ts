import { decode } from "./decode";
import { splitFrontMatter } from "./front-matter";

/** Lines of a file, from 1, both included. */
export type Lines = { from: number; to: number };

/** A part of a document that can be tried without the rest. */
export type Section = Lines & { text: string };

type Heading = { depth: number; title: string; line: number };

/**
 * Cuts a document before each of its questions, where headings number them; else before its top
 * headings. It looks at one line after another, so that no text makes it slow. One section, or none,
 * where there is nowhere to cut.
 */
export function cutDocument(bytes: Uint8Array): Section[] {
  const decoded = decode(bytes);
  if (!decoded.ok) return [];
  const { lineOffset } = splitFrontMatter(decoded.text);
  const lines = decoded.text.split("\n");
  const starts = [lineOffset + 1, ...startsIn(lines, lineOffset)];
  return starts.flatMap((from, i) => {
    const to = (starts[i + 1] ?? lines.length + 1) - 1;
    return to < from ? [] : [{ from, to, text: lines.slice(from - 1, to).join("\n") }];
  });
}

/** A text with blank lines in the place of others, so that the rest stays on its lines. */
export function withoutLines(text: string, leftOut: readonly Lines[]): string {
  if (leftOut.length === 0) return text;
  const lines = text.split("\n");
  for (const { from, to } of leftOut) lines.fill("", from - 1, to);
  return lines.join("\n");
}

function startsIn(lines: readonly string[], skipped: number): number[] {
  const headings = headingsIn(lines, skipped);
  const atQuestions = startsAtQuestions(headings, lines);
  return atQuestions.length > 1 ? atQuestions : startsAtTop(headings);
}

const QUESTION = /^\W*question\b/i;

/** The line of each question's heading, or of the first heading of those that lead straight to it. */
function startsAtQuestions(headings: readonly Heading[], lines: readonly string[]): number[] {
  return headings.flatMap((heading, i) => {
    if (!QUESTION.test(heading.title)) return [];
    let first = i;
    while (leadsTo(headings[first - 1], headings[first], lines)) first -= 1;
    return [headings[first]?.line ?? heading.line];
  });
}

function leadsTo(
  upper: Heading | undefined,
  lower: Heading | undefined,
  lines: readonly string[],
): boolean {
  if (!upper || !lower || upper.depth >= lower.depth || QUESTION.test(upper.title)) return false;
  return lines.slice(upper.line, lower.line - 1).every((line) => line.trim() === "");
}

/** Headings of the highest level that occurs twice, and above. */
function startsAtTop(headings: readonly Heading[]): number[] {
  const count = (level: number) => headings.filter(({ depth }) => depth === level).length;
  const top = [1, 2, 3, 4, 5, 6].find((level) => count(level) > 1) ?? 6;
  return headings.filter(({ depth }) => depth <= top).map(({ line }) => line);
}

// A fence may be indented by the list that it stands in; a heading stands at the margin.
const FENCE = /^\s*(`{3,}|~{3,})(.*)$/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*)|\r?)$/;

function headingsIn(lines: readonly string[], skipped: number): Heading[] {
  const found: Heading[] = [];
  let fence: string | null = null;
  for (const [i, line] of lines.entries()) {
    if (i < skipped) continue;
    const [, mark = "", info = ""] = FENCE.exec(line) ?? [];
    const [, hashes, title = ""] = HEADING.exec(line) ?? [];
    if (fence === null && mark !== "") fence = mark;
    else if (fence !== null && mark.startsWith(fence) && info.trim() === "") fence = null;
    else if (fence === null && hashes) found.push({ depth: hashes.length, title, line: i + 1 });
  }
  return found;
}
