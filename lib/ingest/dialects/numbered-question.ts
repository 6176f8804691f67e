import type { Heading, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import { isAnswerHeading } from "./reading/answer-mark";
import { answeredBelow, areAnsweredBelow, type Below, marksAnswers } from "./reading/below-number";
import { spanOf } from "./reading/excerpt";
import { numberIn } from "./reading/question-mark";
import { asks } from "./reading/question-words";
import { readBody } from "./reading/read-body";
import { topicNames, under } from "./reading/topics";
import { withoutLayout, writtenText } from "./reading/written-text";

/**
 * `#### Question #1`, its prompt, `#### Answer:`, its answer, under headings that are its topics.
 * Any levels. An answer may have headings of its own, of whatever level: it ends at the headings
 * that lead straight to the next question, each deeper than the one before.
 */
export const numberedQuestion: Dialect = {
  name: "numbered-question",
  place: "under numbered headings",
  example: "#### Question #1, the question, #### Answer:, the answer",
  detect: ({ tree }) => tree.children.filter(isQuestionHeading).length,
  extract,
};

const QUESTION =
  /^(?:question|questão|cuestión|pregunta|pergunta|domanda|frage|вопрос|soal|câu(?: hỏi)?)\s*(?:#|№|no\.?|nr\.?)?\s*(\d+)\s*[:：.)–—-]?\s*/iu;

function extract({ source, tree, above }: ParsedDocument): Finding[] {
  const blocks = tree.children;
  const starts = blocks.flatMap((block, i) => (isQuestionHeading(block) ? [i] : []));
  let topics = above;
  const asked = starts.map((start, i) => {
    const end = starts[i + 1] ?? blocks.length;
    for (const heading of leadingHeadings(blocks, start)) topics = under(topics, heading);
    const section = blocks.slice(start, end - leadingHeadings(blocks, end).length);
    return { ...titleOf(source, section[0]), headings: topicNames(topics), section };
  });
  const areAnswered = !marksAnswers(source, blocks) && areAnsweredBelow(asked.map(belowOf));
  return asked.map((one) => toQuestion(source, one, areAnswered));
}

type Asked = { number: number | null; title: string; headings: string[]; section: RootContent[] };

function titleOf(source: string, heading: RootContent | undefined) {
  const text = heading ? headingText(source, heading) : "";
  const mark = QUESTION.exec(text);
  return { number: numberIn(mark?.[1]), title: withoutLayout(text.slice(mark?.[0].length ?? 0)) };
}

function belowOf({ title, section: [, ...blocks] }: Asked): Below {
  return { title, blocks };
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

function toQuestion(source: string, asked: Asked, isAnswered: boolean): Finding {
  const { number, title, headings, section } = asked;
  const [heading, ...blocks] = section;
  const span = spanOf(heading, blocks);
  const below = isAnswered ? answeredBelow(source, { title, blocks }) : null;
  return {
    number,
    headings,
    ...(askedBelow(source, title, blocks) ??
      readBody(source, below ?? { title, blocks, unmarked: "prompt" })),
    line: heading?.position?.start.line ?? 1,
    span,
  };
}

/** What a heading right below the number asks, and its answer, where none is marked. */
function askedBelow(source: string, title: string, [first, ...blocks]: RootContent[]) {
  if (first?.type !== "heading" || asks(title) || !asks(toString(first))) return null;
  if (blocks.some(isAnswerHeading)) return null;
  return readBody(source, {
    title: writtenText(source, first.children),
    blocks,
    unmarked: "answer",
  });
}

/** A question heading as it is written, so that code on it stays code; without emphasis around all. */
function headingText(source: string, heading: RootContent): string {
  const inner = "children" in heading ? heading.children : [];
  const start = inner[0]?.position?.start.offset;
  const written = source.slice(start, inner.at(-1)?.position?.end.offset);
  return QUESTION.test(written) ? written : toString(heading);
}

function isQuestionHeading(block: RootContent): boolean {
  return block.type === "heading" && QUESTION.test(toString(block));
}
