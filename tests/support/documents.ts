import type { SourceFile } from "@/lib/ingest/extract-document";

/** A file of a collection with this text. */
export function aFile(text: string, path = "content/cities.md"): SourceFile {
  return { path, folders: [], bytes: new TextEncoder().encode(text) };
}

/** A question as the user's document writes it. */
export function aQuestion(number: number, prompt: string, answer: string): string {
  return `#### Question #${number}\n\n${prompt}\n\n#### Answer:\n\n${answer}\n\n`;
}

/** Parsers take time that grows with the square of its length: 40 KB keep one busy for seconds. */
export const QUADRATIC = "*a_ ".repeat(10_240);
