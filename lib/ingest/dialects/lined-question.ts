import type { Heading, Paragraph, RootContent } from "mdast";
import { linesOf } from "@/lib/ingest/lines";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import type { Span } from "@/lib/ingest/span";
import { cutOut, excerpt, extent, joined } from "./reading/excerpt";
import { hasText, runsOf } from "./reading/boilerplate";
import { readMark } from "./reading/question-mark";
import { asks } from "./reading/question-words";
import { topicNames, under } from "./reading/topics";
import { withoutLayout } from "./reading/written-text";

/**
 * `• What is a VPC?`: lines that begin with a sign which is no list to Markdown, several in a
 * paragraph or each in one, where most behind that sign ask. What stands below is the answer.
 */
export const linedQuestion: Dialect = {
  name: "lined-question",
  place: "on lines behind a sign",
  example: "• What is a VPC?, a line for each",
  detect: (document) => questionsIn(document).length,
  extract(document) {
    const asked = questionsIn(document);
    const answered = asked.filter(({ rest, blocks }) => rest !== null || hasText(blocks));
    // A text below the last of a list of questions is no answer.
    const isList = answered.length * 2 <= asked.length;
    return asked.map((one) => toQuestion(document.source, isList ? { ...one, blocks: [] } : one));
  },
};

type Lined = Span & {
  sign: string;
  title: string;
  line: number;
  headings: Heading[];
  /** The lines below it in its paragraph. */
  rest: (Span & { line: number }) | null;
  /** What stands below that, up to the next. */
  blocks: RootContent[];
};

const SIGNED = /^[ \t]*([•◦▪▫●○■□‣⁃►▶➤➔→✓✔✅☑❓❔👉🔹🔸💡⭐📌])\ufe0f?[ \t]*(?=\S)/u;
const FEWEST = 2;

function questionsIn({ source, tree: { children: blocks }, above }: ParsedDocument): Lined[] {
  const { start, end } = extent(source, blocks);
  if (!SOME_SIGN.test(source.slice(start, end))) return [];
  const lined = new Map<RootContent, Signed[]>();
  for (const block of blocks)
    if (block.type === "paragraph") lined.set(block, signedLines(source, block));
  const asking = askingSigns([...lined.values()].flat());
  let headings = above;
  const found: Lined[] = [];
  let isOpen = false;
  for (const block of blocks) {
    const own = (lined.get(block) ?? []).filter(({ sign }) => asking.has(sign));
    if (block.type === "heading") headings = under(headings, block);
    isOpen = own.length > 0 || (isOpen && block.type !== "heading");
    if (own.length > 0) found.push(...withRest(block, own, headings));
    else if (isOpen) found.at(-1)?.blocks.push(block);
  }
  return found;
}

const SOME_SIGN = new RegExp(SIGNED.source, "mu");

type Signed = Pick<Lined, "sign" | "title" | "line" | "start" | "end">;

function signedLines(source: string, paragraph: Paragraph): Signed[] {
  const { start, end } = extent(source, [paragraph]);
  const above = (paragraph.position?.start.line ?? 1) - 1;
  return linesOf(source.slice(start, end)).flatMap(({ text, start: from, number }) => {
    const [mark = "", sign] = SIGNED.exec(text) ?? [];
    if (sign === undefined) return [];
    return {
      sign,
      title: withoutLayout(text.slice(mark.length)),
      line: above + number,
      start: start + from,
      end: start + from + text.length,
    };
  });
}

/** The signs behind which most lines ask, some of them with a question mark. */
function askingSigns(lines: readonly Signed[]): Set<string> {
  const signs = new Set(lines.map(({ sign }) => sign));
  return new Set(
    [...signs].filter((sign) => {
      const titles = lines.filter((line) => line.sign === sign).map(({ title }) => title);
      const asking = titles.filter((title) => asks(readMark(title).text)).length;
      const marked = titles.filter((title) => /[?？؟]/.test(title)).length;
      return asking >= FEWEST && asking * 2 > titles.length && marked * 4 >= titles.length;
    }),
  );
}

function withRest(block: RootContent, lines: readonly Signed[], headings: Heading[]): Lined[] {
  const last = block.position?.end.offset ?? 0;
  return lines.map((line, i) => {
    const end = lines[i + 1]?.start ?? last;
    const below = end - line.end > 2 ? { start: line.end, end, line: line.line } : null;
    return { ...line, headings, rest: below, blocks: [] };
  });
}

function toQuestion(source: string, asked: Lined): Finding {
  const { number, text } = readMark(asked.title);
  const { rest, blocks } = asked;
  const own = rest && cutOut(source, rest, rest.line);
  const end = blocks.at(-1)?.position?.end.offset ?? rest?.end ?? asked.end;
  return {
    number,
    headings: topicNames(asked.headings),
    prompt: text,
    answer: joined(own, excerpt(source, runsOf(blocks))),
    kind: "open",
    points: null,
    line: asked.line,
    span: { start: asked.start, end },
  };
}
