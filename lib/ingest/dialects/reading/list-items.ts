import type { Heading, List, RootContent } from "mdast";
import type { Finding } from "@/lib/ingest/dialects/dialect";
import type { Span } from "@/lib/ingest/span";
import { withAnswerLists } from "./answer-lists";
import { askedAndTold } from "./asked-and-told";
import { excerpt, joined, textOf } from "./excerpt";
import { boldLine, type FirstLine, questionLine } from "./first-line";
import { hasText, isLinkLine, runsOf } from "./boilerplate";
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
  /** It is a box to tick. */
  isBox: boolean;
  body: RootContent[];
  /** A list of its answer that Markdown takes for more of its own list. */
  more: RootContent[];
  /** The items of the list in it, when they ask on or are parts of what it asks. */
  followUps: Item[];
  line: number;
  span: Span;
};

/** A list's items, in order, but for those that only lead elsewhere. */
export function itemsOf(source: string, list: List): Item[] {
  const own = withAnswerLists(source, list);
  const areTold = areMostlyTold(source, list);
  return own.flatMap(({ node, more }, i) => {
    const [first, ...rest] = node.children;
    if (first && isLinkLine(first)) return [];
    const line = (areTold ? toldLine(source, first) : null) ?? lineOf(source, first);
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
      isBox: typeof node.checked === "boolean",
      body,
      more,
      followUps: followUpsIn(source, mark.text, body),
    };
  });
}

type Line = FirstLine & { isHead: boolean };

/** Whether most items give their answers on the lines that ask. */
function areMostlyTold(source: string, { children }: List): boolean {
  const told = children.filter(({ children: [first] }) => toldLine(source, first) !== null);
  return told.length > 1 && told.length * 2 > children.length;
}

function toldLine(source: string, block: RootContent | undefined): Line | null {
  const told = block?.type === "paragraph" ? askedAndTold(source, block) : null;
  return told && { ...told, isHead: false };
}

/** The line of an item that asks: a heading, a bold line, or one with more than its text below it. */
function lineOf(source: string, block: RootContent | undefined): Line {
  if (block?.type === "heading") return { nodes: block.children, isHead: true, rest: [] };
  if (block?.type !== "paragraph") return { nodes: [], isHead: false, rest: block ? [block] : [] };
  const bold = boldLine(source, block);
  if (bold) return { ...bold, isHead: true };
  return { ...(questionLine(source, block) ?? { nodes: block.children, rest: [] }), isHead: false };
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
export function questionsOf(source: string, item: Item, place: Place): Finding[] {
  const { headings, parents = [] } = place;
  const { title, body, followUps, more } = item;
  const following = [...more, ...place.following];
  const end = following.at(-1)?.position?.end.offset ?? item.span.end;
  const parts =
    title.endsWith(":") && followUps.length > 0 ? textOf(source, body, indentOf(body)) : "";
  const reading = readItem(source, item, following);
  const context = parents.map((parent) => `> ${parent.replaceAll("\n", "\n> ")}`).join("\n>\n");
  const own: Finding = {
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
  const isCode = following.every(({ type }) => type === "code");
  const isList = !item.isHead && !hasAnswer(item) && isCode;
  const own = followUps.length > 0 ? [] : body;
  const unmarked = isList ? "prompt" : "answer";
  if (!hasText(own)) return readBody(source, { title, blocks: [...own, ...following], unmarked });
  const reading = readBody(source, { title, blocks: own, indent: indentOf(own), unmarked });
  if (!hasText(following)) return reading;
  return { ...reading, answer: joined(reading.answer, excerpt(source, runsOf(following))) };
}

/** How far in an item's text stands, in columns; a line that its author left at the margin tells nothing. */
function indentOf(blocks: readonly RootContent[]): number {
  const columns = blocks.map(({ position }) => (position?.start.column ?? 1) - 1);
  const [least] = columns.filter((column) => column > 0).toSorted((a, b) => a - b);
  return least ?? 0;
}
