import type { Heading, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Dialect, FoundQuestion, ParsedDocument } from "./dialect";

/**
 * `#### Question #1`, its prompt, `#### Answer:`, its answer, under headings that are its topics.
 * Any levels. An answer may have headings of its own, of whatever level: it ends at the headings
 * that lead straight to the next question, each deeper than the one before.
 */
export const numberedQuestion: Dialect = {
  name: "numbered-question",
  example: "#### Question #1, the question, #### Answer:, the answer",
  detect: ({ tree }) => tree.children.filter(isQuestionHeading).length,
  extract,
};

const QUESTION = /^question\s*(?:#|no\.?|nr\.?)?\s*(\d+)\s*[:.)–—-]?\s*/i;
const ANSWER = /^answer\s*(?:#?\d+)?\s*[:.]?$/i;

function extract(document: ParsedDocument): FoundQuestion[] {
  const blocks = document.tree.children;
  const starts = blocks.flatMap((block, i) => (isQuestionHeading(block) ? [i] : []));
  const topics: Heading[] = [];
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? blocks.length;
    for (const heading of leadingHeadings(blocks, start)) {
      while ((topics.at(-1)?.depth ?? 0) >= heading.depth) topics.pop();
      topics.push(heading);
    }
    const section = blocks.slice(start, end - leadingHeadings(blocks, end).length);
    return readQuestion(document, section, topics.map(title));
  });
}

/** The unbroken run of ever deeper headings that ends right before the question heading at `index`. */
function leadingHeadings(blocks: RootContent[], index: number): Heading[] {
  const question = blocks[index];
  if (question?.type !== "heading") return [];
  const run: Heading[] = [];
  let depth: number = question.depth;
  for (let i = index - 1; i >= 0; i -= 1) {
    const block = blocks[i];
    if (block?.type !== "heading" || block.depth >= depth || isQuestionHeading(block)) break;
    run.unshift(block);
    depth = block.depth;
  }
  return run;
}

function readQuestion(
  document: ParsedDocument,
  section: RootContent[],
  headings: string[],
): FoundQuestion {
  const [heading, ...rest] = section;
  const text = heading ? headingText(document, heading) : "";
  const mark = QUESTION.exec(text);
  const number = mark ? Number(mark[1]) : null;
  const answerAt = rest.findIndex(isAnswerHeading);
  const promptBlocks = withoutRules(answerAt === -1 ? rest : rest.slice(0, answerAt));
  const answerBlocks = answerAt === -1 ? [] : withoutRules(rest.slice(answerAt + 1));
  const onHeading = text.slice(mark?.[0].length ?? 0);
  const prompt = [onHeading, slice(document, promptBlocks).markdown].filter(Boolean).join("\n\n");
  return {
    number: number !== null && number <= LARGEST_NUMBER ? number : null,
    headings,
    prompt,
    answer: answerBlocks.length > 0 ? slice(document, answerBlocks) : null,
    line: document.fileLine(heading?.position?.start.line ?? 1),
  };
}

/** What databases hold in an integer. */
const LARGEST_NUMBER = 2 ** 31 - 1;

/** A question heading as it is written, so that code on it stays code; without emphasis around all. */
function headingText({ source }: ParsedDocument, heading: RootContent): string {
  const inner = "children" in heading ? heading.children : [];
  const start = inner[0]?.position?.start.offset;
  const written = source.slice(start, inner.at(-1)?.position?.end.offset);
  return QUESTION.test(written) ? written : toString(heading);
}

/** Rules that only part a text from what follows are not of the text. */
function withoutRules(blocks: RootContent[]): RootContent[] {
  const last = blocks.findLastIndex(({ type }) => type !== "thematicBreak");
  return blocks.slice(0, last + 1);
}

function slice({ source }: ParsedDocument, blocks: RootContent[]) {
  const { offset = 0, column = 1 } = blocks[0]?.position?.start ?? {};
  // From the start of the line: without the indent of its first item, a list would nest the others.
  const start = offset - (column - 1);
  const end = blocks.at(-1)?.position?.end.offset ?? start;
  return { markdown: source.slice(start, end), start, blocks };
}

function isQuestionHeading(block: RootContent): boolean {
  return block.type === "heading" && QUESTION.test(toString(block));
}

function isAnswerHeading(block: RootContent): boolean {
  return block.type === "heading" && ANSWER.test(toString(block).trim());
}

function title(heading: Heading): string {
  return toString(heading).trim();
}
