import { createHash } from "node:crypto";
import type { Database } from "@/lib/db/client";
import { findRenderings, keepRendering } from "@/lib/db/renderings";
import { RENDERER_VERSION, renderMarkdown } from "@/lib/markdown/render";

/** A question's prompt and answer as safe HTML; what was rendered before comes from the store. */
export async function renderedQuestion(
  database: Database,
  { prompt, answer }: { prompt: string; answer: string | null },
): Promise<{ promptHtml: string; answerHtml: string | null }> {
  const texts = answer === null ? [prompt] : [prompt, answer];
  const known = await findRenderings(database.read, texts.map(renderingKey));
  const html = (text: string) => known.get(renderingKey(text)) ?? render(database, text);
  return { promptHtml: html(prompt), answerHtml: answer === null ? null : html(answer) };
}

function render(database: Database, markdown: string): string {
  const html = renderMarkdown(markdown);
  // A cache: the page does not wait for it, and a failure costs only the next reader's time.
  void keepRendering(database, { key: renderingKey(markdown), html }).catch(() => undefined);
  return html;
}

function renderingKey(markdown: string): string {
  return createHash("sha256").update(`${RENDERER_VERSION}\n${markdown}`).digest("hex");
}
