import type { Blockquote, Heading, RootContent } from "mdast";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import type { Span } from "@/lib/ingest/span";
import { isAnswerTitle } from "./reading/answer-mark";
import { cutOut, type Excerpt, excerpt } from "./reading/excerpt";
import { runsOf } from "./reading/boilerplate";
import { readMark } from "./reading/question-mark";
import { topicNames, under } from "./reading/topics";
import { withoutLayout } from "./reading/written-text";

/**
 * A callout a question, as Obsidian has them: `> [!question] What is a VPC?`, open or folded, the
 * answer in it, in a callout `[!answer]` within, or below it.
 */
export const calloutQuestion: Dialect = {
  name: "callout-question",
  place: "in callouts",
  example: "> [!question] What is a VPC?, on the next line > the answer",
  detect: (document) => calloutsIn(document).length,
  extract: (document) => calloutsIn(document).map((asked) => toQuestion(document.source, asked)),
};

/** A callout without its marks: `text` is what stands in it, from `line` of the source on. */
type Callout = { kind: string; title: string; text: string; line: number };
type Asked = { callout: Callout; headings: Heading[]; blocks: RootContent[]; span: Span };

const QUESTION = /^(?:question|faq|help|quiz|exercise|problem)$/i;
const ANSWER = /^(?:answer|solution|success|check|done)$/i;

function calloutsIn({ source, tree, above }: ParsedDocument): Asked[] {
  const found: Asked[] = [];
  let headings = above;
  let current: Asked | null = null;
  for (const block of tree.children) {
    const callout = block.type === "blockquote" ? calloutOf(source, block) : null;
    if (callout && QUESTION.test(callout.kind)) {
      const { start, end } = block.position ?? {};
      const span = { start: start?.offset ?? 0, end: end?.offset ?? 0 };
      current = { callout, headings, blocks: [], span };
      found.push(current);
    } else if (block.type === "heading") {
      headings = under(headings, block);
      current = null;
      // A question with its answer in its callout is done: what follows is not of it.
    } else if (current && isBare(current.callout)) {
      current.blocks.push(block);
      current.span.end = block.position?.end.offset ?? current.span.end;
    }
  }
  return found;
}

function isBare({ text, title }: Callout): boolean {
  return text.trim() === "" && title !== "";
}

function calloutOf(source: string, { position }: Blockquote): Callout | null {
  const { start, end } = position ?? {};
  const from = start?.offset ?? 0;
  if (!/^>[ \t]*\[!/.test(source.slice(from, from + 20))) return null;
  return readCallout(source.slice(from, end?.offset), start?.line ?? 1);
}

const OPENING = /^\[!(?<kind>[\w-]+)\][+-]?[ \t]*(?<title>[^\r\n]*)(?:\r\n|\r|\n|$)/;

function readCallout(quoted: string, line: number): Callout | null {
  const text = quoted.replaceAll(/^[ \t]*>[ \t]?/gm, "");
  const { 0: opening = "", groups: { kind, title = "" } = {} } = OPENING.exec(text) ?? {};
  if (kind === undefined) return null;
  return { kind, title: title.trim(), text: text.slice(opening.length), line: line + 1 };
}

function toQuestion(source: string, { callout, headings, blocks, span }: Asked): Finding {
  const { before, answer } = partsOf(callout);
  const { number, text } = readMark(withoutLayout([callout.title, before].join("\n\n")));
  const below = blocks[0]?.type === "blockquote" ? calloutOf(source, blocks[0]) : null;
  return {
    number,
    headings: topicNames(headings),
    prompt: text,
    answer:
      answer ?? (below && isAnswer(below) ? cutOutAll(below) : excerpt(source, runsOf(blocks))),
    kind: "open",
    points: null,
    line: callout.line - 1,
    span,
  };
}

/** What of a callout belongs to the question, and the answer in it. */
function partsOf({ title, text, line }: Callout): { before: string; answer: Excerpt | null } {
  const nested = /^[ \t]*>[ \t]*(?=\[!)/m.exec(text);
  const before = nested ? text.slice(0, nested.index) : text;
  const above = line + before.split("\n").length - 1;
  const within = nested ? readCallout(text.slice(nested.index), above) : null;
  if (within && isAnswer(within)) return { before: before.trim(), answer: cutOutAll(within) };
  if (title !== "") return { before: "", answer: cutOutAll({ text, line }) };
  const [asked = "", ...rest] = text.trimStart().split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/);
  return { before: asked, answer: cutOutAll({ text: rest.join("\n\n"), line }) };
}

function isAnswer({ kind, title }: Callout): boolean {
  return ANSWER.test(kind) || (title !== "" && isAnswerTitle(title));
}

function cutOutAll({ text, line }: Pick<Callout, "text" | "line">): Excerpt | null {
  return cutOut(text, { start: 0, end: text.length }, line);
}
