import type { Database } from "@/lib/db/client";
import type { OwnText, OwnWords, ShownText } from "@/lib/domain/own-words";
import { renderInWorker } from "@/lib/jobs/render-in-worker";
import { type Asked, picturesIn, renderedQuestion, renderedTexts } from "@/lib/use-case/rendered";
import type { RenderedQuestion } from "@/lib/wire/session";

/** A question's prompt and answer as safe HTML, and the learner's own texts with them. */
export async function renderedWithOwnWords(
  database: Database,
  { own, ...asked }: Asked & { own: OwnWords<OwnText> },
): Promise<RenderedQuestion> {
  const shown = (text: OwnText | null) => text && renderedText(database, text, asked.document);
  const [rendered, answer, note] = await Promise.all([
    renderedQuestion(database, asked),
    shown(own.answer),
    shown(own.note),
  ]);
  return { ...rendered, own: { answer, note } };
}

/** A learner's text as it is shown. It may show the pictures of the question's document. */
export async function renderedText(
  database: Database,
  { markdown, updatedAt }: OwnText,
  document: Asked["document"],
): Promise<ShownText> {
  const [html = ""] = await renderedTexts(database, [markdown], document);
  // The places in an answer that key points lead to are the document's alone.
  const placeless = html.replaceAll(/ data-at="\d+"/g, "");
  return { markdown, html: placeless, updatedAt: updatedAt.toISOString() };
}

/** The same of a text that is still being written: nothing of it is kept. */
export async function preview(
  database: Database,
  markdown: string,
  document: Asked["document"],
): Promise<string> {
  return renderInWorker(markdown, { pictures: await picturesIn(database, [markdown], document) });
}
