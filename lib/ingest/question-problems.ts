import type { Problem } from "@/lib/domain/problem";
import { LONGEST_ANSWER } from "@/lib/domain/question";
import { brokenOffLine } from "./broken-off";
import type { FoundQuestion } from "./dialects/dialect";
import { promptKey } from "./reconcile/keys";

/** What is wrong with the questions of a document, on lines of its source. */
export function questionProblems(questions: readonly FoundQuestion[]): Problem[] {
  const asked = questions.filter(({ prompt }) => prompt !== "");
  const empty = questions.filter(({ prompt }) => prompt === "");
  return [
    ...empty.map(emptyPrompt),
    ...answersMissing(asked),
    ...asked.flatMap(answerFaults),
    ...repeatedNumbers(asked),
    ...repeatedPrompts(asked),
  ];
}

function emptyPrompt(question: FoundQuestion): Problem {
  return {
    line: question.line,
    severity: "error",
    code: "empty-prompt",
    message: `${nameOf(question)} has no text and was left out.`,
    remedy: "Write the question under its heading.",
  };
}

/** More than this without an answer are a list of questions, of which one problem tells. */
const A_FEW = 10;

function answersMissing(asked: readonly FoundQuestion[]): Problem[] {
  const missing = asked.filter(({ answer }) => answer === null);
  const [first] = missing;
  if (!first) return [];
  const remedy = "Add a heading “Answer:” with the answer below it, or write your own on its page.";
  const shared = { severity: "warning", code: "answer-missing", remedy } as const;
  if (missing.length <= A_FEW && missing.length * 2 < asked.length + 2)
    return missing.map((question) => ({
      ...shared,
      line: question.line,
      message: `${nameOf(question)} has no answer; it is practised without one.`,
    }));
  const count =
    missing.length === asked.length
      ? `None of the ${asked.length}`
      : `${missing.length} of the ${asked.length}`;
  const verb = missing.length === asked.length ? "has" : "have";
  const message = `${count} questions ${verb === "has" ? "has an answer" : "have no answer"}; they are practised without one.`;
  const each =
    "Below each, add a heading “Answer:” with its answer, or write your own on its page.";
  return [{ ...shared, line: first.line, message, remedy: each }];
}

function answerFaults(question: FoundQuestion): Problem[] {
  const { answer, line } = question;
  if (!answer) return [];
  const name = lowerFirst(nameOf(question));
  const brokenOff = brokenOffLine(answer.blocks);
  const problems: Problem[] = [];
  if (brokenOff !== null)
    problems.push({
      line: brokenOff,
      severity: "warning",
      code: "answer-truncated",
      message: `The answer of ${name} breaks off in the middle.`,
      remedy: "Finish the sentence in the document.",
    });
  if (answer.markdown.length > LONGEST_ANSWER)
    problems.push({
      line,
      severity: "warning",
      code: "answer-too-long",
      message: `The answer of ${name} is too long to be laid out; it is shown as plain text.`,
      remedy: `Part it into questions of at most ${LONGEST_ANSWER} characters.`,
    });
  return problems;
}

/** Numbers that repeat by a slip: within a topic, or where no topic begins to count anew. */
function repeatedNumbers(asked: readonly FoundQuestion[]): Problem[] {
  const numbered = asked.filter(({ number }) => number !== null);
  const again = repeats(numbered, ({ number }) => String(number));
  const isSlip = again.length <= 1 + numbered.length / 50;
  const within = repeats(numbered, ({ number, headings }) => [number, ...headings].join("\n"));
  return (isSlip ? again : within).map(duplicateNumber);
}

function duplicateNumber({ first, again }: Repeat): Problem {
  return {
    line: again.line,
    severity: "warning",
    code: "duplicate-number",
    message: `Question ${again.number} has the number of another, on line ${first.line}.`,
    remedy: "Give it a number of its own.",
  };
}

function repeatedPrompts(asked: readonly FoundQuestion[]): Problem[] {
  const again = repeats(asked, ({ prompt }) => promptKey(prompt));
  const told = again.map(duplicatePrompt);
  const [first] = told;
  if (!first || told.length <= A_FEW) return told;
  const message = `${told.length} questions ask the same as one before them.`;
  return [{ ...first, message, remedy: "Of each two, remove one, or say how they differ." }];
}

function duplicatePrompt({ first, again }: Repeat): Problem {
  return {
    line: again.line,
    severity: "warning",
    code: "duplicate-prompt",
    message: `${nameOf(again)} asks the same as the one on line ${first.line}.`,
    remedy: "Remove one of the two, or say how they differ.",
  };
}

type Repeat = { first: FoundQuestion; again: FoundQuestion };

function repeats(
  questions: readonly FoundQuestion[],
  keyOf: (question: FoundQuestion) => string,
): Repeat[] {
  const firsts = new Map<string, FoundQuestion>();
  return questions.flatMap((again) => {
    const key = keyOf(again);
    const first = firsts.get(key);
    if (first) return { first, again };
    firsts.set(key, again);
    return [];
  });
}

function nameOf({ number }: FoundQuestion): string {
  return number === null ? "This question" : `Question ${number}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
