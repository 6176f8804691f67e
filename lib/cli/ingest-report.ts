import { counted } from "@/lib/domain/counted";
import { lineOf, type Problem } from "@/lib/domain/problem";
import type { UnreadablePath } from "@/lib/ingest/read-documents";
import type { IngestChanges } from "@/lib/library/run/decide-run";
import { type PackedDraft, questionsOf } from "@/lib/library/run/packed-draft";

/** What became of the documents, as programs read it (`--json`). */
export async function jsonReport(documents: readonly PackedDraft[], changes: IngestChanges | null) {
  return { documents: await Promise.all(documents.map(jsonDocument)), changes };
}

async function jsonDocument(document: PackedDraft) {
  const questions = await questionsOf(document);
  return {
    path: document.path,
    title: document.title,
    dialect: document.dialect,
    dialectReason: document.dialectReason,
    encodingRepairs: document.encodingRepairs,
    questions: questions.map((question) => ({
      number: question.number,
      topicPath: question.topicPath,
      prompt: question.prompt,
      answer: question.answer,
      kind: question.kind,
      keyPoints: question.keyPoints.map(({ text, section }) => ({ text, section })),
      tags: question.tags,
      difficulty: question.difficulty,
      line: question.line,
    })),
    problems: document.problems,
  };
}

/** The same for people. */
export function textReport(
  documents: readonly PackedDraft[],
  changes: IngestChanges | null,
  unreadable: readonly UnreadablePath[],
): string {
  const without = documents.filter(isWithoutQuestion);
  const many = without.length > WITHOUT_SHOWN;
  const shown = many ? documents.filter((document) => !isWithoutQuestion(document)) : documents;
  const lines = [
    ...shown.flatMap((document) => [
      summaryOf(document),
      ...document.problems.map((problem) => problemText(document.path, problem)),
    ]),
    ...(many ? [withoutText(without)] : []),
  ];
  return [
    ...lines.map(printable),
    ...unreadable.map(unreadableText),
    changes ? changesText(changes) : "Nothing was stored.",
  ].join("\n");
}

/** A name may hold what a terminal obeys, or the end of a line. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, "\uFFFD");
}

/** A folder of notes has many, and nothing is wrong with them. */
const WITHOUT_SHOWN = 3;

function isWithoutQuestion({ problems }: PackedDraft): boolean {
  return problems.length === 1 && problems[0]?.code === "no-question";
}

function withoutText(documents: readonly PackedDraft[]): string {
  const names = documents.slice(0, WITHOUT_SHOWN).map(({ path }) => path);
  return `${documents.length} documents have no question: ${names.join(", ")} … With --json, each says why.`;
}

/** A path that was not read, and why, in a line. */
export function unreadableText({ path, message }: UnreadablePath): string {
  return printable(`${path}: ${message}`);
}

function problemText(path: string, problem: Problem): string {
  const { severity, message, remedy } = problem;
  const line = lineOf(problem);
  return `  ${path}${line === null ? "" : `:${line}`} ${severity}: ${message} ${remedy}`;
}

function summaryOf({ path, questions, encodingRepairs, dialectReason }: PackedDraft): string {
  const repairs = `, ${counted(encodingRepairs, "damaged run")} of characters repaired`;
  const count = `${path}: ${counted(questions.length, "question")}${encodingRepairs > 0 ? repairs : ""}`;
  return dialectReason === null ? count : `${count}. ${dialectReason}`;
}

/** What a run changed, in a line; what it asks, in more. */
export function changesText({ asks, ...outcomes }: IngestChanges): string {
  const parts = Object.entries(outcomes).filter(([, count]) => count > 0);
  const summary = parts.map(([outcome, count]) => `${count} ${outcome}`).join(", ");
  const shown = asks.slice(0, ASKS_SHOWN);
  return [
    summary === "" ? "No questions" : `Questions: ${summary}`,
    ...shown.map(({ message, remedy }) => printable(`${message} ${remedy}`)),
    ...(asks.length > shown.length
      ? [`${asks.length - shown.length} more wait for an answer on the Documents page.`]
      : []),
  ].join("\n");
}

const ASKS_SHOWN = 5;
