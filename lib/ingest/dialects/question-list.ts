import type { Heading } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Dialect, ParsedDocument } from "./dialect";
import { isBoilerplateTitle } from "./reading/boilerplate";
import type { Item } from "./reading/list-items";
import { readMark } from "./reading/question-mark";
import { asks, namesQuestions } from "./reading/question-words";
import { type AskingList, askingLists, questionsOfList } from "./reading/lists";

/**
 * Lists of questions without answers. A follow-up in a list below its question is one of its own,
 * which quotes the question it follows.
 */
export const questionList: Dialect = {
  name: "question-list",
  place: "in a list of questions",
  example: "- What is a VPC?",
  detect: (document) => listsIn(document).reduce((sum, { items }) => sum + items.length, 0),
  extract: (document) =>
    listsIn(document).flatMap((list) => questionsOfList(document.source, list, after(list))),
};

/** Where hardly a line ends in a question mark, the lists are steps or tasks, unless a heading over them names questions. */
function listsIn(document: ParsedDocument): AskingList[] {
  const lists = askingLists(
    document,
    (items, { over }) =>
      items.filter((item) => item.asks).length * 2 > items.length &&
      !isAside(over) &&
      !isToDo(items),
  );
  const items = lists.flatMap((list) => list.items);
  const areMarked = items.filter(({ title }) => /[?？؟]/.test(title)).length * 4 >= items.length;
  return areMarked ? lists : lists.filter(({ headings }) => headings.some(isOverQuestions));
}

/** Boxes to tick of which few ask, and numbered steps that are to be done: a plan, an exercise. */
function isToDo(items: readonly Item[]): boolean {
  const told = items.filter(({ title }) => !/[?？؟]/.test(title));
  if (items.every(({ isBox }) => isBox)) return told.length * 2 > items.length;
  const steps = told.filter(({ number, title }) => number !== null && STEP.test(title));
  return steps.length * 2 >= items.length;
}

const STEP =
  /^(?:add|build|change|check|clone|commit|copy|create|delete|deploy|edit|go|initialize|install|launch|make|move|open|pull|push|register|remove|run|start|stop|update|verify)(?= )/i;

/** One that asks is over its answer, and interviews alone may be what is told of. */
function isOverQuestions(heading: Heading): boolean {
  const { text, isMarked } = readMark(toString(heading, { includeHtml: false }));
  return !isMarked && !asks(text) && namesQuestions(text.replaceAll(/interviews?/gi, ""));
}

function isAside(over: Heading | undefined): boolean {
  return over !== undefined && isBoilerplateTitle(toString(over, { includeHtml: false }));
}

/**
 * Code right below a list is what its last question is about; an answer that begins in its last item
 * and leads to more, “These are:”, has that below.
 */
function after({ items, following }: AskingList) {
  const last = items.at(-1);
  const lead = last?.body.at(-1);
  const leads = lead?.type === "paragraph" && /[:：]\s*$/.test(toString(lead));
  const next = (last?.number ?? 0) + 1;
  const end = following.findIndex((block) =>
    leads ? block.type === "list" && block.start === next : block.type !== "code",
  );
  return end === -1 ? following : following.slice(0, end);
}
