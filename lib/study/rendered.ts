import { createHash } from "node:crypto";
import type { Database } from "@/lib/db/client";
import { documentPictures } from "@/lib/db/media";
import { findRenderings, keepRendering } from "@/lib/db/renderings";
import type { Pictures } from "@/lib/domain/picture";
import { renderInWorker } from "@/lib/jobs/render-in-worker";
import { RENDERER_VERSION } from "@/lib/markdown/renderer-version";

type Texts = { prompt: string; answer: string | null; document: { id: string } };

/** A question's prompt and answer as safe HTML; what was rendered before comes from the store. */
export async function renderedQuestion(
  database: Database,
  { prompt, answer, document }: Texts,
): Promise<{ promptHtml: string; answerHtml: string | null }> {
  const texts = answer === null ? [prompt] : [prompt, answer];
  const pictures = texts.some(mayShowPictures)
    ? await documentPictures(database.read, document.id)
    : NO_PICTURES;
  const key = (text: string) => renderingKey(text, pictures);
  const known = await findRenderings(database.read, texts.map(key));
  const html = (text: string) => known.get(key(text)) ?? render(database, text, pictures);
  const [promptHtml, answerHtml] = await Promise.all([html(prompt), answer && html(answer)]);
  return { promptHtml, answerHtml };
}

const NO_PICTURES: Pictures = new Map();

/** Spares the question to the store where there is none. */
function mayShowPictures(markdown: string): boolean {
  return /!\[|<img/i.test(markdown);
}

async function render(database: Database, markdown: string, pictures: Pictures): Promise<string> {
  const html = await renderInWorker(markdown, { pictures });
  // A cache: the page does not wait for it, and a failure costs only the next reader's time.
  void keepRendering(database, { key: renderingKey(markdown, pictures), html }).catch(
    () => undefined,
  );
  return html;
}

/** The same text with other pictures is another rendering; without any, pictures play no part. */
function renderingKey(markdown: string, pictures: Pictures): string {
  const shown = mayShowPictures(markdown) ? [...pictures] : [];
  const used = shown.length > 0 ? JSON.stringify(shown) : "";
  return createHash("sha256").update(`${RENDERER_VERSION}\n${used}${markdown}`).digest("hex");
}
