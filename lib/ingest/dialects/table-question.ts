import type { Heading, Table, TableCell, TableRow } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Dialect, Finding, ParsedDocument } from "./dialect";
import { isReplyHeading } from "./reading/answer-mark";
import { wordsIn } from "./reading/comments";
import { cutOut, type Excerpt } from "./reading/excerpt";
import { isLinkList } from "./reading/boilerplate";
import { ANSWER_LABEL, QUESTION_LABEL } from "./reading/label-words";
import { numberIn, readMark } from "./reading/question-mark";
import { asks } from "./reading/question-words";
import { topicNames, under } from "./reading/topics";
import { writtenText } from "./reading/written-text";

/**
 * A row of a table a question: `| Question | Answer |`, or `| Term | Definition |` where no question
 * stands over it. Other columns may name topic, tags, difficulty and number.
 */
export const tableQuestion: Dialect = {
  name: "table-question",
  place: "in a table",
  example: "| Question | Answer | over a row for each",
  detect: (document) => rowsIn(document).length,
  extract: (document) => rowsIn(document).map((row) => toQuestion(document.source, row)),
};

type Column = keyof typeof COLUMNS;
type Row = { row: TableRow; columns: readonly (Column | null)[]; headings: Heading[] };

const COLUMNS = {
  question: whole(`${QUESTION_LABEL}s?|front|prompt`),
  answer: whole(`a|${ANSWER_LABEL}s?|back|response`),
  term: whole("terms?|concepts?|words?|acronyms?|abbreviations?|begriff|термин|术语"),
  definition: whole("definitions?|meanings?|explanations?|stands for|bedeutung|определение|定义"),
  topic: whole("topics?|category|section|subject|area"),
  tags: whole("tags?|labels?"),
  difficulty: whole("difficulty|level"),
  number: whole("#|№|no|nr|num(?:ber)?|id"),
};

function whole(words: string): RegExp {
  return new RegExp(`^(?:${words})$`, "iu");
}

function rowsIn({ tree, above }: ParsedDocument): Row[] {
  let headings = above;
  return tree.children.flatMap((block) => {
    if (block.type === "heading") headings = under(headings, block);
    if (block.type !== "table" || isLinkList(block)) return [];
    const columns = columnsOf(block, headings);
    return columns ? block.children.slice(1).map((row) => ({ row, columns, headings })) : [];
  });
}

/** What its columns hold; null where it is no table of questions. */
function columnsOf({ children: [head] }: Table, headings: Heading[]): Row["columns"] | null {
  const columns = head?.children.map(columnOf) ?? [];
  const [question, answer] = [columns.indexOf("question"), columns.indexOf("answer")];
  // In this order: a circuit's inputs A and B stand before its output Q.
  if (question !== -1 && question < answer) return columns;
  // In an answer such a table explains its words.
  if (!columns.includes("term") || !columns.includes("definition")) return null;
  if (headings.some(isOfQuestion)) return null;
  return columns.map((column) =>
    column === "term" ? "question" : column === "definition" ? "answer" : column,
  );
}

function isOfQuestion(heading: Heading): boolean {
  return isReplyHeading(heading) || asks(readMark(toString(heading)).text);
}

function columnOf(cell: TableCell): Column | null {
  const name = toString(cell).replaceAll(/[^\p{L}\p{N}#№ ]/gu, "");
  const all: Column[] = ["question", "answer", "term", "definition", "topic", "tags", "difficulty"];
  return [...all, "number" as const].find((column) => COLUMNS[column].test(name.trim())) ?? null;
}

function toQuestion(source: string, { row, columns, headings }: Row): Finding {
  const cellOf = (column: Column) => row.children[columns.indexOf(column)];
  const said = (column: Column) => {
    const cell = cellOf(column);
    return cell ? toString(cell).trim() : "";
  };
  const asked = cellOf("question");
  const { number, text } = readMark(asked ? textOf(source, asked) : "");
  const topic = said("topic");
  const { start, end } = row.position ?? {};
  return {
    number: number ?? numberIn(said("number")),
    headings: [...topicNames(headings), ...(topic === "" ? [] : [topic])],
    prompt: text,
    answer: answerIn(source, cellOf("answer")),
    kind: "open",
    points: null,
    says: { tags: wordsIn(said("tags")), difficulty: said("difficulty") || null },
    line: start?.line ?? 1,
    span: { start: start?.offset ?? 0, end: end?.offset ?? 0 },
  };
}

/** A cell as it is written. What would part it into cells is escaped there, in code too. */
function textOf(source: string, cell: TableCell): string {
  return writtenText(source, cell.children).replaceAll("\\|", "|");
}

function answerIn(source: string, cell: TableCell | undefined): Excerpt | null {
  if (!cell) return null;
  const text = textOf(source, cell).replaceAll(/\n+/g, "\n\n");
  return cutOut(text, { start: 0, end: text.length }, cell.position?.start.line ?? 1);
}
