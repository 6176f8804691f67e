import type { Heading, ListItem, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { isChoices } from "./choices";
import { ANSWER_LABEL, CLOSING, OPENING, SIGN } from "./label-words";
import { once } from "./once";

/** `#### Answer`, `## Answer: C`, `### Solution`. */
export function isAnswerHeading(block: RootContent): boolean {
  return block.type === "heading" && isOverAnswer(block);
}

const isOverAnswer = once((heading: Heading) =>
  isAnswerTitle(toString(heading, { includeHtml: false })),
);

/** Whether a heading or a summary says no more than that an answer follows, or which choice it is. */
export function isAnswerTitle(title: string): boolean {
  const words = title
    .replaceAll(/[^\p{L}\p{N} ]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return ANSWER_TITLE.test(words);
}

/** The same of a fold's summary, which may also be `Response`, and is one where it says nothing. */
export function isAnswerSummary(summary: string): boolean {
  return isAnswerTitle(summary || "answer") || /^\W*responses?\W*$/i.test(summary);
}

/** Whether a summary says that it only helps: `Hint`, `💡 Hint 2`. */
export function isHintTitle(title: string): boolean {
  return HINT_TITLE.test(title);
}

const HINT_TITLE =
  /^\W*(?:(?:show|see|a|the|another|first|second|small|need a) )*(?:hints?|clues?|hinweise?|pistas?|indices?|подсказк[аи]|ヒント|提示|힌트)\W*\d*\W*$/iu;

// `Answer (EN)`, beside one in another language.
const LANGUAGE =
  "(?:ar|de|en|es|fr|hi|it|ja|jp|ko|kr|pl|pt|ru|tr|ua|uk|vi|zh|cn|english|русский|українська|español|中文|英文)";

const ANSWER_TITLE = new RegExp(
  `^(?:(?:show|see|view|reveal|(?:click|tap|press|open|expand|unfold|toggle)(?: (?:here|me|this))?(?: (?:to|for))?(?: (?:see|show|view|reveal|expand|open))?|check|my|the|sample|model|possible|suggested|example|short|correct|quick|expected|ideal|good|detailed|full) )*(?:the )?(?:${[
    "answers?",
    "solutions?",
    "ans",
    "explanation",
    "answer and explanation",
    "answer explanation",
    "show",
    "reveal",
    "respuesta|réponse|antwort|lösung|resposta|risposta|ответ|відповідь|odpowiedź|cevap|jawaban|đáp án|答案|解答|答え|정답|คำตอบ|الإجابة|الجواب|përgjigja|răspuns|antwoord|odgovor|svar",
  ].join("|")})(?: (?:guide|key|outline))?(?: (?:[a-h]|\\d{1,2}|${LANGUAGE}))?$`,
  "iu",
);

/** `**Answer:** …`, `Answer: C`, `A: …`, `Ans. …` or a line of `**Answer**` at the start of a paragraph. */
export function isAnswerParagraph(source: string, block: RootContent): boolean {
  if (block.type !== "paragraph" || isChoices(block)) return false;
  const start = block.position?.start.offset ?? 0;
  return ANSWER_MARK.test(source.slice(start, start + 60));
}

/** `> **Answer: B**`: a quote that begins so. */
export function isAnswerQuote(source: string, block: RootContent): boolean {
  const [first] = block.type === "blockquote" ? block.children : [];
  return first !== undefined && isAnswerParagraph(source, first);
}

/** `- **Answer:** B`: a list whose first item begins so. */
export function isAnswerList(source: string, block: RootContent): boolean {
  const [first] = block.type === "list" ? block.children : [];
  return first !== undefined && isAnswerItem(source, first);
}

/** `- **Answer:** B`; `- A: …` is a choice. */
export function isAnswerItem(source: string, { children: [first] }: ListItem): boolean {
  return (
    first !== undefined && isAnswerParagraph(source, first) && !/^\W*a\b/i.test(toString(first))
  );
}

/** Whether a block says where an answer begins, as a heading, a label, a quote or a list. */
export function isAnswerMark(source: string, block: RootContent): boolean {
  return (
    isAnswerHeading(block) ||
    isAnswerParagraph(source, block) ||
    isAnswerQuote(source, block) ||
    isAnswerList(source, block)
  );
}

/** The label that such a paragraph begins with, and the space after it. */
export const ANSWER_MARK = new RegExp(
  `^${OPENING}?${SIGN}(?:(?:a|${ANSWER_LABEL})\\s*\\d*\\s*${CLOSING}?(?:[:：]|\\.(?=[\\s*]))|${ANSWER_LABEL}(?=${CLOSING}?[ \\t]*(?:[\\r\\n]|$)))${CLOSING}?\\s*`,
  "iu",
);

/** A heading over points that a good answer makes. */
export function isPointsHeading(block: RootContent): boolean {
  return block.type === "heading" && isOverPoints(block);
}

const isOverPoints = once((heading: Heading) =>
  POINTS_TITLE.test(toString(heading, { includeHtml: false })),
);

const POINTS_TITLE = /^\W*(?:key points?|good to hear|points to (?:mention|make))\W*$/i;

/** A heading within a question rather than of the next: over its answer or its key points. */
export function isReplyHeading(block: RootContent): boolean {
  return isAnswerHeading(block) || isPointsHeading(block);
}
