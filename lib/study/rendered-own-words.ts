import type { Database } from "@/lib/db/client";
import type { OwnText, OwnWords, ShownText } from "@/lib/domain/own-words";
import { renderInWorker } from "@/lib/jobs/render-in-worker";
import {
  type Asked,
  picturesIn,
  renderedBy,
  type Renderer,
  rendererOf,
  textsOf,
} from "@/lib/use-case/rendered";
import type { RenderedQuestion } from "@/lib/wire/session";

type WithOwnWords = Asked & { own: OwnWords<OwnText> };

/** A question's prompt and answer as safe HTML, and the learner's own texts with them. */
export async function renderedWithOwnWords(
  database: Database,
  question: WithOwnWords,
): Promise<RenderedQuestion> {
  const rendered = await rendererWithOwnWords(database, [question]);
  return rendered(question);
}

/** The same of each of some questions, when it is asked for. */
export async function rendererWithOwnWords(
  database: Database,
  questions: readonly WithOwnWords[],
): Promise<(question: WithOwnWords) => Promise<RenderedQuestion>> {
  const renderer = await rendererOf(database, questions.flatMap(withOwnTexts));
  return async (question) => {
    const { own, document } = question;
    const shown = async (text: OwnText | null) => text && shownText(renderer, text, document);
    const [rendered, answer, note] = await Promise.all([
      renderedBy(renderer, database, question),
      shown(own.answer),
      shown(own.note),
    ]);
    return { ...rendered, own: { answer, note } };
  };
}

/** A learner's text as it is shown. It may show the pictures of the question's document. */
export async function renderedText(
  database: Database,
  text: OwnText,
  document: Asked["document"],
): Promise<ShownText> {
  const renderer = await rendererOf(database, [{ texts: [text.markdown], document }]);
  return shownText(renderer, text, document);
}

function withOwnTexts(question: WithOwnWords) {
  const { own, document } = question;
  const texts = [own.answer, own.note].flatMap((text) => text?.markdown ?? []);
  return [textsOf(question), { texts, document }];
}

async function shownText(
  rendered: Renderer,
  { markdown, updatedAt }: OwnText,
  document: Asked["document"],
): Promise<ShownText> {
  const [html = ""] = await rendered([markdown], document);
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
  return renderInWorker(markdown, { pictures: await picturesIn(database, markdown, document) });
}
