import type { Heading, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import { spanOf } from "./reading/excerpt";
import { hasText, isBoilerplate, isBoilerplateTitle } from "./reading/boilerplate";
import { asks } from "./reading/question-words";
import { readBody } from "./reading/read-body";
import { type Section, sectionsOf } from "./reading/sections";
import { topicNames, under } from "./reading/topics";
import { topicName } from "./reading/written-text";

/**
 * Headings that name what the text below them asks, without an answer: `### Globals`, then “Why are
 * globals evil?”. Seen only where most headings of a document are like that.
 */
export const titledQuestion: Dialect = {
  name: "titled-question",
  place: "in the text under headings",
  example: "### Globals, below it: Why are globals evil?",
  detect: (document) => questionsIn(document).length,
  extract: (document) => questionsIn(document).map((asked) => toQuestion(document, asked)),
};

type Asked = { heading: Heading; above: Heading[]; body: RootContent[] };

/** Fewer would be a coincidence. */
const FEWEST = 3;

function questionsIn({ tree, above }: ParsedDocument): Asked[] {
  const named = leaves(sectionsOf(tree.children), above);
  const asking = named.filter(({ body }) => endsInQuestion(body));
  return asking.length >= FEWEST && asking.length * 3 >= named.length * 2 ? asking : [];
}

/** The sections without parts that say something. */
function leaves(sections: readonly Section[], above: Heading[]): Asked[] {
  return sections.flatMap(({ heading, body, parts }) => {
    if (parts.length > 0) return leaves(parts, under(above, heading));
    const isNamed = hasText(body) && !isBoilerplateTitle(toString(heading));
    return isNamed ? { heading, above, body } : [];
  });
}

/** Its last text asks: code or a list may follow that it asks about. */
function endsInQuestion(body: readonly RootContent[]): boolean {
  const last = body.findLast((block) => block.type === "paragraph" && !isBoilerplate(block));
  if (!last) return false;
  const sentences = toString(last).split(/(?<=[.!?…])\s+/);
  return asks(sentences.at(-1) ?? "");
}

function toQuestion({ source }: ParsedDocument, { heading, above, body }: Asked): Finding {
  const span = spanOf(heading, body);
  return {
    number: null,
    headings: topicNames(above),
    ...readBody(source, { title: `**${topicName(heading)}**`, blocks: body, unmarked: "prompt" }),
    line: heading.position?.start.line ?? 1,
    span,
  };
}
