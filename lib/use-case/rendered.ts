import { hash } from "node:crypto";
import type { Database } from "@/lib/db/client";
import { picturesOfDocuments } from "@/lib/db/media";
import { addProblem } from "@/lib/db/problems";
import { findRenderings, keepRendering } from "@/lib/db/renderings";
import type { Pictures } from "@/lib/domain/picture";
import type { Problem } from "@/lib/domain/problem";
import { renderInWorker } from "@/lib/jobs/render-in-worker";
import type { Urgency } from "@/lib/jobs/worker-pool";
import { asWritten, isAsWritten } from "@/lib/markdown/as-written";
import { RENDERER_VERSION } from "@/lib/markdown/renderer-version";

type InDocument = { id: string };

export type Asked = { prompt: string; answer: string | null; line: number; document: InDocument };

export type Rendered = { promptHtml: string; answerHtml: string | null };

/** A question's prompt and answer as safe HTML. */
export async function renderedQuestion(
  database: Database,
  asked: Asked,
  urgency: Urgency = "now",
): Promise<Rendered> {
  const rendered = await rendererOf(database, [textsOf(asked)], urgency);
  return renderedBy(rendered, database, asked);
}

/**
 * A question's prompt and answer by a renderer that knows them. What can't be laid out is shown as it was written, and is from then on a problem of its document.
 */
export async function renderedBy(
  rendered: Renderer,
  database: Database,
  asked: Asked,
): Promise<Rendered> {
  const { texts, document } = textsOf(asked);
  const [promptHtml = "", answerHtml = null] = await rendered(texts, document);
  if ([promptHtml, answerHtml ?? ""].some(isAsWritten))
    void addProblem(database, document.id, NOT_LAID_OUT(asked.line)).catch(() => undefined);
  return { promptHtml, answerHtml };
}

/** A question's texts, as a renderer takes them. */
export function textsOf({ prompt, answer, document }: Asked): Texts {
  return { texts: answer === null ? [prompt] : [prompt, answer], document };
}

const NOT_LAID_OUT = (line: number): Problem => ({
  line,
  severity: "warning",
  code: "answer-too-long",
  message: "This question can't be laid out within a second; it is shown as it is written.",
  remedy: "Part it into several questions, or remove long runs of marks like * _ [ >.",
});

/** Texts of a document. */
export type Texts = { texts: readonly string[]; document: InDocument };

/** Gives a document's texts as safe HTML, in their order. */
export type Renderer = (texts: readonly string[], document: InDocument) => Promise<string[]>;

/**
 * Renders the texts given, each when it is asked for. What was rendered before comes from the store,
 * at once for all: a session asks for those of a hundred questions.
 */
export async function rendererOf(
  database: Database,
  all: readonly Texts[],
  urgency: Urgency = "now",
): Promise<Renderer> {
  const illustrated = all.filter(({ texts }) => texts.some(mayShowPictures));
  const ids = illustrated.map(({ document }) => document.id);
  const byDocument = await picturesOfDocuments(database.read, ids);
  const picturesOf = ({ id }: InDocument) => byDocument.get(id) ?? NO_PICTURES;
  const keys = all.flatMap(({ texts, document }) =>
    texts.map((text) => renderingKey(text, picturesOf(document))),
  );
  const known = await findRenderings(database.read, keys);
  return async (texts, document) => {
    const pictures = picturesOf(document);
    return Promise.all(
      texts.map(async (text) => {
        const kept = known.get(renderingKey(text, pictures));
        // Earlier versions kept what could not be laid out in time.
        if (kept !== undefined && !isAsWritten(kept)) return kept;
        return render(database, text, { pictures, urgency });
      }),
    );
  };
}

/** The pictures that a document's text may show. */
export async function picturesIn(
  database: Database,
  text: string,
  { id }: InDocument,
): Promise<Pictures> {
  if (!mayShowPictures(text)) return NO_PICTURES;
  return (await picturesOfDocuments(database.read, [id])).get(id) ?? NO_PICTURES;
}

const NO_PICTURES: Pictures = new Map();

/** Spares the question to the store where there is none. */
function mayShowPictures(markdown: string): boolean {
  return /!\[|<img/i.test(markdown);
}

async function render(
  database: Database,
  markdown: string,
  { pictures, urgency }: { pictures: Pictures; urgency: Urgency },
): Promise<string> {
  const key = renderingKey(markdown, pictures);
  if ((givenUp.get(key) ?? 0) > performance.now()) return asWritten(markdown);
  const html = await renderInWorker(markdown, { pictures, urgency });
  // The machine may have been busy: that is no rendering to keep.
  if (isAsWritten(html)) givenUp.set(key, performance.now() + AGAIN_AFTER_MS);
  // A cache: the page does not wait for it, and a failure costs only the next reader's time.
  else void keepRendering(database, { key, html }).catch(() => undefined);
  return html;
}

const AGAIN_AFTER_MS = 10 * 60_000;

/** Until when nobody is to wait again for what could not be laid out in time. */
const givenUp = new Map<string, number>();

/** The same text with other pictures is another rendering; without any, pictures play no part. */
function renderingKey(markdown: string, pictures: Pictures): string {
  const shown = mayShowPictures(markdown) ? [...pictures] : [];
  const used = shown.length > 0 ? JSON.stringify(shown) : "";
  return hash("sha256", `${RENDERER_VERSION}\n${used}${markdown}`);
}
