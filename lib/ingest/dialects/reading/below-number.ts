import type { Paragraph, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { isAnswerMark, isAnswerSummary } from "./answer-mark";
import { detailsIn } from "./details";
import { hasText } from "./boilerplate";
import { asks } from "./question-words";
import type { Body } from "./read-body";
import { writtenText } from "./written-text";

/** What its author wrote beside the number of a question, and the blocks below. */
export type Below = { title: string; blocks: readonly RootContent[] };

/** Whether a document says anywhere where an answer begins. */
export function marksAnswers(source: string, blocks: readonly RootContent[]): boolean {
  return (
    blocks.some((block) => isAnswerMark(source, block)) ||
    detailsIn(source, blocks).some(({ summary }) => isAnswerSummary(summary))
  );
}

/**
 * Whether what stands below a document's numbers answers them, though nothing says so: about two
 * thirds ask beside the number or in a first paragraph, and go on with a text. One alone without a
 * title may go on asking.
 */
export function areAnsweredBelow(all: readonly Below[]): boolean {
  const answered = all.filter((one) => (asks(one.title) ? saysMore(one.blocks) : goesOn(one)));
  const isSure = answered.length > 1 || answered.some(({ title }) => title !== "");
  return isSure && answered.length * 3 >= all.length * 2;
}

/** Such a question's text and its answer's; null where what stands below is more of the question. */
export function answeredBelow(source: string, below: Below): Body | null {
  const { title, blocks } = below;
  if (title !== "") return saysMore(blocks) ? { title, blocks, unmarked: "answer" } : null;
  const asked = paragraphThatAsks(below);
  if (!asked || !goesOn(below)) return null;
  return {
    title: writtenText(source, asked.children),
    blocks: blocks.slice(1),
    unmarked: "answer",
  };
}

function goesOn(below: Below): boolean {
  const rest = below.blocks.slice(1);
  const asksOn = rest.some((block) => block.type === "paragraph" && asks(toString(block)));
  return paragraphThatAsks(below) !== null && saysMore(rest) && !asksOn;
}

function paragraphThatAsks({ title, blocks: [first] }: Below): Paragraph | null {
  if (title !== "" || first?.type !== "paragraph") return null;
  return /[?？؟]\W*$/.test(toString(first)) ? first : null;
}

/** Code alone is what is asked about. */
function saysMore(blocks: readonly RootContent[]): boolean {
  return blocks.some((block) => block.type !== "code" && hasText([block]));
}
