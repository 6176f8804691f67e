import type { Nodes, Paragraph, PhrasingContent, RootContent, Text } from "mdast";
import { toString } from "mdast-util-to-string";
import { isChoices } from "./choices";
import { ANSWER_LABEL, CLOSING, OPENING, SIGN } from "./label-words";

/** A paragraph's first line, and what follows it, as a paragraph of its own. */
export type FirstLine = { nodes: readonly PhrasingContent[]; rest: RootContent[] };

/** Parts a paragraph where its first line ends; emphasis that goes over lines stays whole. */
export function firstLine(source: string, { children }: Paragraph): FirstLine {
  const at = children.findIndex(
    (node) => node.type === "break" || (node.type === "text" && LINE_END.test(node.value)),
  );
  const last = children[at];
  if (!last) return { nodes: children, rest: [] };
  const before = children.slice(0, at);
  const after = children.slice(at + 1);
  if (last.type !== "text") return { nodes: before, rest: paragraphOf(source, after) };
  const [above, below] = parted(source, last, LINE_END);
  return { nodes: [...before, above], rest: paragraphOf(source, [below, ...after]) };
}

/** The first line where all of it is bold, as Markdown or as HTML has it. */
export function boldLine(source: string, paragraph: Paragraph): FirstLine | null {
  const begin = paragraph.children.find((node) => !isBlank(node));
  if (begin?.type !== "strong" && begin?.type !== "html") return null;
  const { nodes, rest } = firstLine(source, paragraph);
  const shown = nodes.filter((node) => !isBlank(node));
  const [first] = shown;
  if (first?.type === "strong") return shown.length === 1 ? { nodes: shown, rest } : null;
  const isTagged = isTag(first, /^<(?:b|strong)>$/i) && isTag(shown.at(-1), /^<\/(?:b|strong)>$/i);
  return isTagged ? { nodes: shown, rest } : null;
}

/** The first line where it ends in a question mark and what follows doesn't ask on. */
export function questionLine(source: string, paragraph: Paragraph): FirstLine | null {
  const { nodes, rest } = firstLine(source, paragraph);
  const [below] = rest;
  if (!below || !endsInMark(nodes) || (endsInMark(rest) && !isChoices(below))) return null;
  return { nodes, rest };
}

/**
 * A paragraph in two where a line of it, after a question or choices, begins with a label of the
 * answer; else the paragraph alone.
 */
export function withoutAnswerLine(source: string, paragraph: Paragraph): RootContent[] {
  const mark = answerLineIn(source, paragraph);
  const start = paragraph.position?.start;
  if (mark === null || !start) return [paragraph];
  const nodes: PhrasingContent[] = [];
  let [rest]: RootContent[] = [paragraph];
  while (rest?.type === "paragraph" && (rest.position?.start.offset ?? 0) <= mark) {
    const line: FirstLine = firstLine(source, rest);
    nodes.push(...lineEndBetween(nodes.at(-1), line.nodes[0]), ...line.nodes);
    [rest] = line.rest;
  }
  const asked = nodes.at(-1)?.position?.end;
  if (!rest || !asked) return [paragraph];
  return [{ type: "paragraph", children: nodes, position: { start, end: { ...asked } } }, rest];
}

/** The end of a line between what stands on two, at its place in the source; none where either is nothing. */
export function lineEndBetween(
  before: PhrasingContent | undefined,
  after: PhrasingContent | undefined,
): Text[] {
  const [start, end] = [before?.position?.end, after?.position?.start];
  if (!start || !end) return [];
  return [{ type: "text", value: "\n", position: { start: { ...start }, end: { ...end } } }];
}

/** Where the line above such a label ends, as an offset; null where there is none. */
export function answerLineIn(source: string, { position }: Paragraph): number | null {
  const from = position?.start.offset ?? 0;
  const mark = ANSWER_LINE.exec(source.slice(from, position?.end.offset));
  return mark && from + mark.index;
}

// What stands above is looked at last: at each character, it would be for all of a long line.
const ANSWER_LINE = new RegExp(
  String.raw`(?:\r\n|\r|\n)(?=[ \t]*${OPENING}?${SIGN}${ANSWER_LABEL}\s*${CLOSING}?[:：])(?<=(?:[?？]\W*|\(?[a-h][.:)]\s[^\r\n]*)(?:\r\n|\r|\n))`,
  "iu",
);

function endsInMark(nodes: readonly Nodes[]): boolean {
  return /[?？؟]\W*$/.test(nodes.map((node) => toString(node)).join(""));
}

const LINE_END = /\r\n|\r|\n/;

function isBlank(node: PhrasingContent): boolean {
  return isTag(node, /^<br/i) || (node.type === "text" && node.value.trim() === "");
}

function isTag(node: PhrasingContent | undefined, tag: RegExp): boolean {
  return node?.type === "html" && tag.test(node.value);
}

/** A text in two, where `end` first holds. */
export function parted(source: string, text: Text, end: RegExp): [Text, Text] {
  const { start, end: last } = text.position ?? {};
  if (!start || !last) return [text, text];
  const from = start.offset ?? 0;
  const length = source.slice(from, last.offset).search(end);
  const between = { ...start, column: start.column + length, offset: from + length };
  const [above = ""] = text.value.split(end);
  const below = text.value.slice(above.length);
  return [
    { ...text, value: above, position: { start: { ...start }, end: { ...between } } },
    { ...text, value: below, position: { start: between, end: last } },
  ];
}

/** What is left of a paragraph, from its first sign on; none when that is blank. */
export function paragraphOf(source: string, [first, ...rest]: PhrasingContent[]): Paragraph[] {
  const start = first?.position?.start;
  const end = (rest.at(-1) ?? first)?.position?.end;
  if (!first || !start || !end) return [];
  const from = start.offset ?? 0;
  const blank = /^\s*/.exec(source.slice(from, end.offset))?.[0] ?? "";
  const lines = blank.split(LINE_END);
  const column = (lines.length > 1 ? 1 : start.column) + (lines.at(-1)?.length ?? 0);
  // Each node has points of its own: they are moved one by one when the text is cut out.
  const begins = () => ({
    line: start.line + lines.length - 1,
    column,
    offset: from + blank.length,
  });
  const own =
    first.type === "text" && first.position
      ? {
          ...first,
          value: first.value.trimStart(),
          position: { ...first.position, start: begins() },
        }
      : first;
  if (rest.length === 0 && toString(own).trim() === "" && own.type === "text") return [];
  return [
    {
      type: "paragraph",
      children: [own, ...rest],
      position: { start: begins(), end: { ...end } },
    },
  ];
}
