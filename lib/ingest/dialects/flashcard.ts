import type { Heading, Paragraph, RootContent } from "mdast";
import { linesOf } from "@/lib/ingest/lines";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import type { Span } from "@/lib/ingest/span";
import { cutOut, excerpt, extent, joined } from "./reading/excerpt";
import { isBoilerplate, runsOf } from "./reading/boilerplate";
import { asks } from "./reading/question-words";
import { topicNames, under } from "./reading/topics";
import { withoutLayout } from "./reading/written-text";

/**
 * Cards as Obsidian's spaced-repetition plugin writes them: `question::answer` on a line, or the two
 * with a line of `?` between. A cloze is text.
 */
export const flashcard: Dialect = {
  name: "flashcard",
  place: "on flashcards",
  example: "What is a VPC?::A network of your own",
  detect: (document) => cardsIn(document).length,
  extract: (document) => cardsIn(document).map((card) => toQuestion(document, card)),
};

type Card = {
  headings: Heading[];
  prompt: Span & { line: number };
  answer: Span & { line: number };
  /** What follows the card's paragraph without a blank line: a list, code; or all, where it holds no answer. */
  blocks: RootContent[];
};

function cardsIn({ source, tree, above }: ParsedDocument): Card[] {
  const { start, end } = extent(source, tree.children);
  const text = source.slice(start, end);
  if (!/::|^[ \t>]*\?\??[ \t]*$/m.test(text)) return [];
  const isDeck = /(?:^|\s)#flashcards?\b/.test(text);
  let headings = above;
  return tree.children.flatMap((block, i) => {
    if (block.type === "heading") headings = under(headings, block);
    return paragraphsOf(block).flatMap((paragraph) => {
      const around = aroundMark(source, paragraph);
      if (!around)
        return betweenColons(source, paragraph, isDeck).map((card) => ({ ...card, headings }));
      const next = block === paragraph ? adjoining(tree.children, i) : [];
      const isOpen = next.length === 0 && around.answer.start >= around.answer.end;
      const blocks = isOpen && block === paragraph ? upToNext(source, tree.children, i) : next;
      return { ...around, headings, blocks };
    });
  });
}

/** Paragraphs, also those of lists. */
function paragraphsOf(block: RootContent): Paragraph[] {
  if (block.type === "paragraph") return [block];
  if (block.type !== "list") return [];
  return block.children.flatMap(({ children }) => children.flatMap(paragraphsOf));
}

/** The blocks that follow one without a blank line. */
function adjoining(blocks: readonly RootContent[], index: number): RootContent[] {
  let end = index;
  while (lineOf(blocks[end + 1]?.position?.start) === lineOf(blocks[end]?.position?.end) + 1)
    end += 1;
  return blocks.slice(index + 1, end + 1).filter((block) => !isBoilerplate(block));
}

/** The blocks that follow one up to a heading, a rule or the next card. */
function upToNext(source: string, blocks: readonly RootContent[], index: number): RootContent[] {
  const rest = blocks.slice(index + 1);
  const end = rest.findIndex(
    (block) =>
      block.type === "heading" ||
      block.type === "thematicBreak" ||
      (block.type === "paragraph" &&
        (aroundMark(source, block) !== null || separatorsIn(source, block).length > 0)),
  );
  return end === -1 ? rest : rest.slice(0, end);
}

function lineOf(point: { line: number } | undefined): number {
  return point?.line ?? Number.NaN;
}

/** A paragraph with a line of `?` or `??` in it. */
function aroundMark(
  source: string,
  paragraph: Paragraph,
): Omit<Card, "headings" | "blocks"> | null {
  const { start, end } = extent(source, [paragraph]);
  const line = lineOf(paragraph.position?.start);
  const mark = /(?:\r\n|\r|\n)[ \t]*\?\??[ \t]*(?:\r\n|\r|\n|$)/.exec(source.slice(start, end));
  if (!mark) return null;
  const at = start + mark.index;
  const above = source.slice(start, at).split(LINE_END).length;
  return {
    prompt: { start, end: at, line },
    answer: { start: at + mark[0].length, end, line: line + above + 1 },
  };
}

const LINE_END = /\r\n|\r|\n/;

/**
 * The lines of a paragraph that have `::` in their text. Outside a deck (`#flashcards`) only where
 * spaces stand around it or a question before it: `std::vector` is no card.
 */
function betweenColons(
  source: string,
  paragraph: Paragraph,
  isDeck: boolean,
): Omit<Card, "headings">[] {
  const { start, end } = extent(source, [paragraph]);
  const marks = separatorsIn(source, paragraph);
  const above = lineOf(paragraph.position?.start) - 1;
  return linesOf(source.slice(start, end)).flatMap((written) => {
    const from = start + written.start;
    const to = from + written.text.length;
    const mark = marks.find(({ start: offset }) => offset >= from && offset < to);
    if (!mark) return [];
    const left = source.slice(from, mark.start).replace(/^[\s>*+-]+/, "");
    const isSpaced = / /.test(source.charAt(mark.start - 1)) && / /.test(source.charAt(mark.end));
    if (left.trim() === "" || !(isDeck || isSpaced || asks(left))) return [];
    const line = above + written.number;
    return {
      prompt: { start: mark.start - left.length, end: mark.start, line },
      answer: { start: mark.end, end: to, line },
      blocks: [],
    };
  });
}

/** Where `::` or `:::` stands in text; in code and in a cloze (`{{c1::…}}`) it is none. */
function separatorsIn(source: string, { children }: Paragraph): Span[] {
  return children.flatMap((node) => {
    if (node.type !== "text") return [];
    const from = node.position?.start.offset ?? 0;
    const text = source.slice(from, node.position?.end.offset);
    return [...text.matchAll(/(?<!\{\{c\d{1,3})(?<!:):::?(?!:)/g)].map(({ 0: mark, index }) => ({
      start: from + index,
      end: from + index + mark.length,
    }));
  });
}

function toQuestion({ source }: ParsedDocument, card: Card): Finding {
  const { prompt, answer, blocks, headings } = card;
  const written = source.slice(answer.start, answer.end);
  const end = answer.start + lengthWithoutComments(written);
  const start = answer.start + (/^[ \t]*/.exec(written)?.[0].length ?? 0);
  const spanEnd = blocks.at(-1)?.position?.end.offset ?? answer.end;
  return {
    number: null,
    headings: topicNames(headings),
    prompt: withoutLayout(source.slice(prompt.start, prompt.end)),
    answer: joined(cutOut(source, { start, end }, answer.line), excerpt(source, runsOf(blocks))),
    kind: "open",
    points: null,
    line: prompt.line,
    span: { start: prompt.start, end: spanEnd },
  };
}

/** How long a text is without the comments at its end, in which the plugin keeps its schedule. */
function lengthWithoutComments(text: string): number {
  let { length } = text.trimEnd();
  while (text.endsWith("-->", length)) {
    // From the line's start, or the end of the comment before it.
    const before = text.lastIndexOf("-->", length - 4);
    const from = Math.max(before === -1 ? 0 : before + 3, text.lastIndexOf("\n", length) + 1);
    const start = text.indexOf("<!--", from);
    if (start === -1 || start + 4 > length - 3) break;
    length = text.slice(0, start).trimEnd().length;
  }
  return length;
}
