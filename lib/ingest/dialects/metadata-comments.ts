import type { Finding, FoundQuestion } from "./dialect";
import { type MetadataComment, type Metadata } from "./reading/comments";

/**
 * The questions, in the document's order, with what comments beside them say. A comment belongs to
 * the question that it stands in, unless it stands right before the next: then to the one it is
 * nearer to, and to the next where it is as near to both. Of two that say the same the first counts.
 */
export function withMetadata(
  source: string,
  comments: readonly MetadataComment[],
  found: readonly Finding[],
): FoundQuestion[] {
  const said = new Map<Finding, Partial<Metadata>>();
  for (const comment of comments) {
    const owner = ownerOf(source, comment, found);
    if (owner) said.set(owner, { ...comment.says, ...said.get(owner) });
  }
  return found.map((question) => ({
    ...question,
    ...NOTHING_SAID,
    ...question.says,
    ...said.get(question),
  }));
}

const NOTHING_SAID: Metadata = { explicitId: null, tags: [], difficulty: null };

function ownerOf(
  source: string,
  { start, end }: MetadataComment,
  questions: readonly Finding[],
): Finding | undefined {
  const at = questions.findLastIndex(({ span }) => span.start < start);
  const [current, next] = [questions[at], questions[at + 1]];
  const below = next ? linesBetween(source, end, startOfLine(source, next.span.start)) : null;
  const isWithin = current !== undefined && start < current.span.end;
  const above = current && linesBetween(source, current.span.end, start);
  if (below === null) return isWithin || above !== null ? current : undefined;
  if (!current) return next;
  const isNear = start - current.span.start <= NEAR;
  const text = withoutComments(source.slice(isNear ? current.span.start : start - NEAR, start));
  // With nothing of its question between, it is that question's.
  if (isWithin && isNear && !text.trim().includes("\n")) return current;
  return linesAtEnd(text) < below ? current : next;
}

/** How many line ends part two places; null where more than comments and anchors stands between. */
function linesBetween(source: string, from: number, to: number): number | null {
  if (to - from > NEAR) return null;
  const between = withoutComments(source.slice(from, Math.max(from, to)));
  return BLANK.test(between) ? between.split("\n").length - 1 : null;
}

/** How far from a comment its question is looked for, in characters. */
const NEAR = 2000;

const BLANK = /^(?:\s|-{3,}|<\/?(?:a|br|p|div)\b[^<>]*>)*$/i;

/** Those alone on a line with its end, so that several in a row are as near as one. */
function withoutComments(text: string): string {
  return text.replaceAll(/^[ \t]*<!--(?:(?!-->).)*-->[ \t]*\r?\n|<!--(?:(?!-->).)*-->/gm, "");
}

function linesAtEnd(text: string): number {
  return text.slice(text.trimEnd().length).split("\n").length - 1;
}

function startOfLine(source: string, offset: number): number {
  return source.lastIndexOf("\n", offset - 1) + 1;
}
