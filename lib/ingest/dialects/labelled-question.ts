import type { Heading, Paragraph, RootContent } from "mdast";
import { linesOf } from "@/lib/ingest/lines";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import type { Span } from "@/lib/ingest/span";
import { isAnswerQuote } from "./reading/answer-mark";
import { isChoices, offersChoices } from "./reading/choices";
import { cutOut, extent, joined, excerpt, textOf } from "./reading/excerpt";
import { runsOf } from "./reading/boilerplate";
import { ANSWER_LABEL, CLOSING, leavesOpen, OPENING, QUESTION_LABEL } from "./reading/label-words";
import { numberIn } from "./reading/question-mark";
import { topicNames, under } from "./reading/topics";
import { withoutLayout } from "./reading/written-text";

/** `Q: What is a VPC?` and `A: A network of your own.` at the start of lines, in bold or not. */
export const labelledQuestion: Dialect = {
  name: "labelled-question",
  place: "behind labels like Q: and A:",
  example: "Q: What is a VPC?, on the next line A: the answer",
  detect: (document) => partsIn(document).filter(({ isQuestion }) => isQuestion).length,
  extract: (document) => pair(document, partsIn(document)),
};

/** What a label opens: a stretch of its paragraph, and the blocks after it up to the next label. */
type Part = {
  isQuestion: boolean;
  number: number | null;
  headings: Heading[];
  text: Span & { line: number };
  blocks: RootContent[];
};

const QUESTION = `(?:${QUESTION_LABEL}|front)`;
const ANSWER = `(?:a|${ANSWER_LABEL}|back)`;
const COLON = "[:：](?!:)";
const NUMBER = String.raw`\.?\s*[#№]?\s*(?<number>\d+)?\s*`;

const LABEL = new RegExp(
  String.raw`^[ \t]*(?:>[ \t]*)?${OPENING}?(?:${QUESTION}${NUMBER}${CLOSING}?(?:${COLON}|(?<=\d\s*)[.)]|(?<=\p{L})\.(?=[\s*_]))|(?<answer>${ANSWER}\s*\d*\s*${CLOSING}?(?:${COLON}|\.(?=[\s*_]))))${CLOSING}?[ \t]*`,
  "iu",
);

function partsIn(document: ParsedDocument): Part[] {
  const parts = allPartsIn(document);
  // With an answer below each and no label on it: those are questions under bold lines.
  const areBold = parts.every((part) => part.isQuestion && isBoldLine(document.source, part.text));
  return areBold ? [] : parts;
}

function isBoldLine(source: string, { start }: Span): boolean {
  const from = source.lastIndexOf("\n", start - 1) + 1;
  const end = source.indexOf("\n", start);
  return /^\s*(\*\*|__)(?:(?!\1).)+\1\s*$/.test(source.slice(from, end === -1 ? undefined : end));
}

function allPartsIn({ source, tree, above }: ParsedDocument): Part[] {
  const parts: Part[] = [];
  let headings = above;
  let isOpen = false;
  for (const block of tree.children) {
    if (block.type === "heading") {
      headings = under(headings, block);
      isOpen = false;
      continue;
    }
    const own = block.type === "paragraph" ? labelsIn(source, block, headings) : [];
    const [first] = own;
    // An answer without a question before it is none.
    if (first && (first.isQuestion || isOpen)) {
      parts.push(...own);
      isOpen = true;
    } else if (isOpen && parts.at(-1)?.isQuestion && isAnswerQuote(source, block)) {
      parts.push(quotedAnswer(block, headings));
    } else if (isOpen) parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

/** Shown as it is written: its label stands in the quote. */
function quotedAnswer(block: RootContent, headings: Heading[]): Part {
  const { offset = 0, line = 1 } = block.position?.start ?? {};
  const text = { start: offset, end: offset, line };
  return { isQuestion: false, number: null, headings, text, blocks: [block] };
}

/** The labelled stretches of a paragraph; none when it doesn't begin with a label. */
function labelsIn(source: string, paragraph: Paragraph, headings: Heading[]): Part[] {
  const { start, end } = extent(source, [paragraph]);
  const title = titleLine(source.slice(start, end));
  if (!LABEL.test(source.slice(start + title, start + title + 60))) return [];
  const areChoices = offersChoices(source.slice(start, end));
  const parts: Part[] = [];
  const above = (paragraph.position?.start.line ?? 1) - 1;
  for (const line of linesOf(source.slice(start, end))) {
    const { 0: label = null, groups: { number, answer } = {} } = labelOf(line.text, areChoices);
    const isShown = label === null || (answer !== undefined && leavesOpen(label));
    const from = start + line.start;
    const text = {
      start: from + (isShown ? 0 : label.length),
      end: from + line.text.length,
      line: above + line.number,
    };
    if (label !== null)
      parts.push({
        isQuestion: answer === undefined,
        number: numberIn(number),
        headings,
        text,
        blocks: [],
      });
    const last = parts.at(-1);
    if (last) last.text.end = text.end;
  }
  return parts;
}

/** How long the line is that stands as a title over lines which ask behind labels; 0 without one. */
function titleLine(text: string): number {
  const [line = "", below = ""] = text.split("\n", 2);
  const asked = LABEL.exec(below);
  const isTitle = /^.{1,80}$/.test(line.trim()) && !/[.!?]\W*$/.test(line) && !LABEL.test(line);
  return isTitle && asked !== null && asked.groups?.answer === undefined ? line.length + 1 : 0;
}

function labelOf(line: string, areChoices: boolean): Partial<RegExpExecArray> {
  // `A: …` above `B: …` is a choice.
  return (areChoices && /^\W*a\b/i.test(line) ? null : LABEL.exec(line)) ?? {};
}

function pair({ source }: ParsedDocument, parts: readonly Part[]): Finding[] {
  return parts.flatMap((part, i) => {
    if (!part.isQuestion) return [];
    const next = parts[i + 1];
    const reply = next && !next.isQuestion ? next : null;
    const last = reply ?? part;
    const written = source.slice(part.text.start, part.text.end).trim();
    const title = withoutLayout(
      written.replace(/^(.*?)(\*{1,3}|_{1,3})$/s, (all, text: string, mark: string) =>
        text.includes(mark) ? all : text,
      ),
    );
    const more = runsOf(part.blocks);
    const isChoice = more.flat().some(isChoices) || offersChoices(title);
    const end = last.blocks.at(-1)?.position?.end.offset ?? last.text.end;
    return {
      number: part.number,
      headings: topicNames(part.headings),
      prompt: [title, ...more.map((run) => textOf(source, run))].filter(Boolean).join("\n\n"),
      answer: reply
        ? joined(cutOut(source, reply.text, reply.text.line), excerpt(source, runsOf(reply.blocks)))
        : null,
      kind: isChoice ? "choice" : "open",
      points: null,
      line: part.text.line,
      span: { start: part.text.start, end },
    };
  });
}
