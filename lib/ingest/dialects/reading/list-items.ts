import type { Heading, List, Paragraph, PhrasingContent, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { FoundQuestion, Span } from "@/lib/ingest/dialects/dialect";
import { excerpt, joined, textOf } from "./excerpt";
import { hasText, isLinkLine, runsOf } from "./furniture";
import { readMark } from "./question-mark";
import { asks } from "./question-words";
import { readBody } from "./read-body";
import { topicNames } from "./topics";
import { writtenText } from "./written-text";

/** A list item as a question: its first line, and what else it holds. */
export type Item = {
  number: number | null;
  title: string;
  /** Its line is a heading or bold, apart from what follows. */
  isHead: boolean;
  asks: boolean;
  body: RootContent[];
  /** The items of the list in it, when they ask on or are parts of what it asks. */
  followUps: Item[];
  line: number;
  span: Span;
};

/** A list's items, in order, but for those that only lead elsewhere. */
export function itemsOf(source: string, list: List): Item[] {
  return list.children.flatMap((node, i) => {
    const [first, ...rest] = node.children;
    if (first && isLinkLine(first)) return [];
    const line = firstLine(source, first);
    const mark = readMark(writtenText(source, line.nodes));
    const ordinal = list.ordered === true ? (list.start ?? 1) + i : null;
    const body = [...line.rest, ...rest];
    return {
      line: node.position?.start.line ?? 1,
      span: { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 },
      number: mark.number ?? ordinal,
      title: mark.text,
      isHead: line.isHead,
      asks: mark.isMarked || asks(mark.text),
      body,
      followUps: followUpsIn(source, mark.text, body),
    };
  });
}

type Line = { nodes: readonly PhrasingContent[]; isHead: boolean; rest: RootContent[] };

function firstLine(source: string, block: RootContent | undefined): Line {
  if (block?.type === "heading") return { nodes: block.children, isHead: true, rest: [] };
  if (block?.type !== "paragraph") return { nodes: [], isHead: false, rest: block ? [block] : [] };
  return boldLine(source, block) ?? { nodes: block.children, isHead: false, rest: [] };
}

/** A paragraph that begins with a bold line; what follows the line goes with the rest. */
export function boldLine(source: string, { children }: Paragraph): Line | null {
  const [bold, ...after] = children;
  if (bold?.type !== "strong") return null;
  const next = after.findIndex((node) => node.type !== "break" && toString(node).trim() !== "");
  if (next === -1) return { nodes: [bold], isHead: true, rest: [] };
  const between = after
    .slice(0, next + 1)
    .map((node) => (node.type === "break" ? "\n" : toString(node)));
  if (!/^\s*\n/.test(between.join(""))) return null;
  return { nodes: [bold], isHead: true, rest: [paragraphOf(source, after.slice(next))] };
}

/** The rest of a paragraph as one of its own, from its first sign on. */
function paragraphOf(source: string, [first, ...rest]: PhrasingContent[]): Paragraph {
  const start = first?.position?.start;
  const end = (rest.at(-1) ?? first)?.position?.end;
  if (!first || !start || !end) return { type: "paragraph", children: [] };
  const from = start.offset ?? 0;
  const blank = /^\s*/.exec(source.slice(from, end.offset))?.[0] ?? "";
  const lines = blank.split(/\r\n|\r|\n/).length - 1;
  // Each node has points of its own: they are moved one by one when the text is cut out.
  const begins = () => ({ line: start.line + lines, column: 1, offset: from + blank.length });
  const own =
    first.type === "text" && first.position
      ? {
          ...first,
          value: first.value.trimStart(),
          position: { ...first.position, start: begins() },
        }
      : first;
  const position = { start: begins(), end: { ...end } };
  return { type: "paragraph", children: [own, ...rest], position };
}

/** Whether an item holds an answer, rather than follow-ups or nothing. */
export function hasAnswer({ body, followUps }: Item): boolean {
  return followUps.length === 0 && hasText(body) && !body.every(({ type }) => type === "code");
}

/**
 * The lists in an item that go on asking. What stands under “Explain the following:” are parts of
 * the question, and questions too.
 */
function followUpsIn(source: string, title: string, body: readonly RootContent[]): Item[] {
  const lists = body.filter((block) => block.type === "list");
  if (lists.length === 0 || lists.length < body.length) return [];
  const items = lists.flatMap((list) => itemsOf(source, list));
  const isOn = title.endsWith(":") || items.filter((item) => item.asks).length * 2 > items.length;
  return isOn ? items : [];
}

type Place = {
  headings: readonly Heading[];
  /** What follows the list and belongs to its last item. */
  following: readonly RootContent[];
  /** The questions that this one follows up, first to last. */
  parents?: readonly string[];
};

/** An item's question, and those of its follow-ups. */
export function questionsOf(source: string, item: Item, place: Place): FoundQuestion[] {
  const { headings, following, parents = [] } = place;
  const { title, body, followUps } = item;
  const end = following.at(-1)?.position?.end.offset ?? item.span.end;
  const parts =
    title.endsWith(":") && followUps.length > 0 ? textOf(source, body, indentOf(body)) : "";
  const reading = readItem(source, item, following);
  const context = parents.map((parent) => `> ${parent.replaceAll("\n", "\n> ")}`).join("\n>\n");
  const own: FoundQuestion = {
    number: parents.length === 0 ? item.number : null,
    headings: topicNames(headings),
    ...reading,
    prompt: [context, reading.prompt].filter(Boolean).join("\n\n"),
    line: item.line,
    span: { start: item.span.start, end },
  };
  const on = { headings, following: [], parents: [...parents, title] };
  return [
    parts === "" ? own : { ...own, prompt: `${own.prompt}\n\n${parts}` },
    ...followUps.flatMap((followUp) => questionsOf(source, followUp, on)),
  ];
}

function readItem(source: string, item: Item, following: readonly RootContent[]) {
  const { title, body, followUps } = item;
  const isList = !item.isHead && !hasAnswer(item);
  const own = followUps.length > 0 ? [] : body;
  const unmarked = isList ? "prompt" : "answer";
  if (!hasText(own)) return readBody(source, { title, blocks: [...own, ...following], unmarked });
  const reading = readBody(source, { title, blocks: own, indent: indentOf(own), unmarked });
  if (!hasText(following)) return reading;
  return { ...reading, answer: joined(reading.answer, excerpt(source, runsOf(following))) };
}

/** How far in an item's text stands, in columns. */
function indentOf(blocks: readonly RootContent[]): number {
  return Math.min(...blocks.map(({ position }) => (position?.start.column ?? 1) - 1));
}
