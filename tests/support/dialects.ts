import type { Dialect, FoundQuestion, ParsedDocument } from "@/lib/ingest/dialects/dialect";
import { type Found, findQuestions } from "@/lib/ingest/dialects/find-questions";
import { type DocumentDraft, extractDocument } from "@/lib/ingest/extract-document";
import { parseMarkdown } from "@/lib/ingest/parse-markdown";

/** A text as dialects take it. */
export function parsed(source: string): ParsedDocument {
  const tree = parseMarkdown(source);
  if (!tree) throw new Error("The text nests too deeply.");
  return { source, tree, title: "", above: [] };
}

/** What a text holds, in whatever dialects. */
export function questionsIn(source: string, first: Dialect | null = null): Found {
  return findQuestions(parsed(source), first);
}

/** Prompt and answer of each question, as short as a test can say it. */
export function pairs(questions: readonly FoundQuestion[]): [string, string | null][] {
  return questions.map(({ prompt, answer }) => [prompt, answer?.markdown ?? null]);
}

/** A text as a document is taken in. */
export function aDraft(text: string): DocumentDraft {
  const bytes = new TextEncoder().encode(text);
  return extractDocument({ path: "a.md", folders: [], bytes }, () => null);
}
