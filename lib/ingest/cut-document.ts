import type { Line } from "./lines";

type Heading = { depth: number; title: string; line: Line };

/**
 * The lines before which a document can be cut: each of its questions, where headings number them,
 * else its top headings; in a section that is longer than is read at once, its paragraphs too. The
 * first line is one. `size` is about how much that is. It looks at one line after another, so that no
 * text makes it slow.
 */
export function placesToCut(
  lines: readonly Line[],
  size: number,
): (Line & { isSection: boolean })[] {
  const sections = [...lines.slice(0, 1), ...startsIn(lines).filter(({ start }) => start > 0)];
  const last = lines.at(-1);
  const end = last ? last.start + last.text.length : 0;
  return sections.flatMap((section, i) => {
    const next = sections[i + 1];
    const isLong = (next?.start ?? end) - section.start > 2 * size;
    const start = { ...section, isSection: true };
    if (!isLong) return [start];
    const within = paragraphs(lines.slice(section.number, (next?.number ?? Infinity) - 1));
    return [start, ...within.map((line) => ({ ...line, isSection: false }))];
  });
}

/** Lines at the margin that begin with a word or are a heading, below a blank one. */
function paragraphs(lines: readonly Line[]): Line[] {
  return lines.filter(({ text }, i) => /^[#\p{L}]/u.test(text) && lines[i - 1]?.text.trim() === "");
}

function startsIn(lines: readonly Line[]): Line[] {
  const headings = headingsIn(lines);
  const atQuestions = startsAtQuestions(headings, lines);
  return atQuestions.length > 0 ? atQuestions : startsAtTop(headings);
}

const QUESTION = /^\W*question\b/i;

/** The line of each question's heading, or of the first heading of those that lead straight to it. */
function startsAtQuestions(headings: readonly Heading[], lines: readonly Line[]): Line[] {
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
  lines: readonly Line[],
): boolean {
  if (!upper || !lower || upper.depth >= lower.depth || QUESTION.test(upper.title)) return false;
  return lines
    .slice(upper.line.number, lower.line.number - 1)
    .every(({ text }) => text.trim() === "");
}

/** Headings of the highest level that occurs twice, and above. */
function startsAtTop(headings: readonly Heading[]): Line[] {
  const count = (level: number) => headings.filter(({ depth }) => depth === level).length;
  const top = [1, 2, 3, 4, 5, 6].find((level) => count(level) > 1) ?? 6;
  return headings.filter(({ depth }) => depth <= top).map(({ line }) => line);
}

// A fence may be indented by the list that it stands in; what is cut before stands at the margin.
const FENCE = /^\s*(`{3,}|~{3,})(.*)$/;
const HEADING = /^(#{1,6})(?:[ \t]+(.*)|)$/;

function headingsIn(lines: readonly Line[]): Heading[] {
  const found: Heading[] = [];
  let fence: string | null = null;
  for (const line of lines) {
    const [, mark = "", info = ""] = FENCE.exec(line.text) ?? [];
    const [, hashes, title = ""] = HEADING.exec(line.text) ?? [];
    if (fence === null && mark !== "") fence = mark;
    else if (fence !== null && mark.startsWith(fence) && info.trim() === "") fence = null;
    else if (fence === null && hashes) found.push({ depth: hashes.length, title, line });
  }
  return found;
}
