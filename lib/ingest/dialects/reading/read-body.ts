import type { RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Finding } from "@/lib/ingest/dialects/dialect";
import { ANSWER_MARK, isAnswerMark, isAnswerSummary, isPointsHeading } from "./answer-mark";
import { isChoices, isTicked, unticked } from "./choices";
import { isRemark } from "./comments";
import { contentOf, type Details, detailsIn, withFoldsClosed } from "./details";
import { cutOut, type Excerpt, excerpt, joined, textOf } from "./excerpt";
import { withoutAnswerItem } from "./answer-item";
import { withoutAnswerLine } from "./first-line";
import { hasText, runsOf } from "./boilerplate";
import { leavesOpen } from "./label-words";
import { saysQuestion } from "./question-mark";

type Reading = Pick<Finding, "prompt" | "answer" | "kind" | "points">;

export type Body = {
  /** The question as far as its own line says it. */
  title: string;
  /** What follows it. */
  blocks: readonly RootContent[];
  /** Columns to take off each line, for what stands in a list item. */
  indent?: number;
  /** What blocks are that no mark tells: the answer, or more of the prompt, all or as far as code. */
  unmarked: "answer" | "prompt" | "prompt up to code";
};

/**
 * Tells a question's prompt from its answer. The answer begins at `Answer`, as a heading, a label
 * or a summary, or with the choices of which one is ticked; it loses key points and remarks.
 */
export function readBody(source: string, body: Body): Reading {
  const { title, indent = 0, unmarked } = body;
  const blocks = body.blocks.flatMap((block) => {
    if (block.type === "list") return withoutAnswerItem(source, block);
    return block.type === "paragraph" ? withoutAnswerLine(source, block) : block;
  });
  const points = pointsIn(blocks);
  const apart = new Set<RootContent>([
    ...blocks.filter((block) => isRemark(block) || saysQuestion(block)),
    ...points.section,
  ]);
  const texts = { source, blocks, indent, isApart: (block: RootContent) => apart.has(block) };
  const { promptEnd, isToldByChoices, answer } = split(texts, unmarked);
  const asked = runsOf(blocks.slice(0, promptEnd), texts.isApart);
  const prompt = withFoldsClosed(
    [title, ...asked.map((run) => textOf(source, run, indent))].filter(Boolean).join("\n\n"),
  );
  const isChoice = unmarked !== "prompt up to code" && asked.flat().some(isChoices);
  return {
    prompt: isToldByChoices ? unticked(prompt) : prompt,
    // After the prompt: what both show has its offsets set anew.
    answer: answer(),
    kind: isChoice ? "choice" : "open",
    points: points.blocks,
  };
}

type Texts = {
  source: string;
  blocks: readonly RootContent[];
  indent: number;
  isApart: (block: RootContent) => boolean;
};

type Split = { promptEnd: number; isToldByChoices: boolean; answer: () => Excerpt | null };

/** Where the prompt ends, as an index, and the answer. */
function split(texts: Texts, unmarked: Body["unmarked"]): Split {
  const { source, blocks } = texts;
  const reply = detailsIn(source, blocks).find(({ summary }) => isAnswerSummary(summary));
  const marked = blocks.findIndex(
    (block) => isAnswerMark(source, block) || (reply && holds(block, reply)),
  );
  const choices = choicesIn(source, marked === -1 ? blocks : blocks.slice(0, marked));
  const parted = (promptEnd: number, answer: Split["answer"]): Split => ({
    promptEnd,
    isToldByChoices: choices?.isTicked ?? false,
    answer,
  });
  if (choices?.isTicked) return parted(choices.end, () => from(texts, choices.start));
  if (marked !== -1) return parted(marked, () => markedAnswer(texts, marked, reply));
  if (choices && unmarked !== "prompt up to code")
    return parted(choices.end, () => from(texts, choices.end));
  if (unmarked === "prompt") return parted(blocks.length, () => null);
  const code = blocks.findIndex(({ type }) => type === "code");
  const promptEnd = unmarked === "answer" ? 0 : Math.max(code, 0);
  return parted(promptEnd, () => from(texts, promptEnd));
}

function markedAnswer(texts: Texts, at: number, reply: Details | undefined): Excerpt | null {
  const { source, blocks, indent } = texts;
  const block = blocks[at];
  if (!block) return null;
  if (block.type === "blockquote" || block.type === "list") return from(texts, at);
  if (block.type === "heading") return from(texts, namesChoice(toString(block)) ? at : at + 1);
  if (reply && holds(block, reply)) {
    const after = blocks.findIndex(
      ({ position }) => (position?.start.offset ?? 0) >= reply.span.end,
    );
    const more = after === -1 ? null : from(texts, after);
    return joined(contentOf(source, blocks, reply, indent), more);
  }
  const start = block.position?.start.offset ?? 0;
  const end = block.position?.end.offset ?? start;
  const label = ANSWER_MARK.exec(source.slice(start, end))?.[0] ?? "";
  if (namesChoice(toString(block)) || leavesOpen(label)) return from(texts, at);
  const line = block.position?.start.line ?? 1;
  const own = cutOut(source, { start: start + label.length, end }, line, indent);
  return joined(own, from(texts, at + 1));
}

/** `Answer: C` is shown with the answer; a bare `Answer` is not of it, and “A name” is no choice. */
function namesChoice(text: string): boolean {
  return /^\W*\p{L}+(?: \p{L}+)? *(?:[:：][^\w\n]{0,4}\d{1,2}(?=\W|$)|[:： ][^\w\n]{0,4}(?:[B-Hb-h](?=\W|$)|[Aa](?=[.):,]|\W*$)))/u.test(
    text,
  );
}

function holds(block: RootContent, { span }: Details): boolean {
  const { start, end } = block.position ?? {};
  return (start?.offset ?? 0) <= span.start && span.start < (end?.offset ?? 0);
}

function from({ source, blocks, indent, isApart }: Texts, index: number): Excerpt | null {
  return excerpt(source, runsOf(blocks.slice(index), isApart), indent);
}

/** The stretch of blocks that offers choices, with the code of each. */
function choicesIn(source: string, blocks: readonly RootContent[]) {
  const start = blocks.findIndex(isChoices);
  // A quiz that ends an answer, below a heading of its own, offers none to the question.
  const heading = blocks.slice(0, start).findIndex(({ type }) => type === "heading");
  if (start === -1 || (heading !== -1 && hasText(blocks.slice(0, heading)))) return null;
  let end = start;
  while (isOfChoices(blocks[end])) end += 1;
  return {
    start,
    end,
    isTicked: blocks.slice(start, end).some((block) => isTicked(source, block)),
  };
}

function isOfChoices(block: RootContent | undefined): boolean {
  return block !== undefined && (isChoices(block) || block.type === "code");
}

/** An explicit section of key points: its blocks, and the same with its heading. */
function pointsIn(blocks: readonly RootContent[]) {
  const at = blocks.findIndex(isPointsHeading);
  if (at === -1) return { blocks: null, section: [] };
  const length = blocks.slice(at + 1).findIndex(({ type }) => type === "heading");
  const end = length === -1 ? blocks.length : at + 1 + length;
  const own = runsOf(blocks.slice(at + 1, end), isRemark).flat();
  return { blocks: own, section: blocks.slice(at, end).filter((block) => !isRemark(block)) };
}
