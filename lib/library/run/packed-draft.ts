import { promisify } from "node:util";
import { deflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from "node:zlib";
import type { DocumentDraft, QuestionDraft } from "@/lib/ingest/extract-document";
import { answerHash, promptKey, type QuestionText, versionHash } from "@/lib/ingest/reconcile/keys";

/**
 * A document's draft as a run holds it until all are compared: by what its questions are recognised,
 * and the questions themselves packed, in a sixth of the memory.
 */
export type PackedDraft = Omit<DocumentDraft, "questions"> & {
  questions: QuestionOutline[];
  /** Deflated JSON. */
  packed: Uint8Array;
};

/** What a question is recognised by before its words. */
export type QuestionOutline = Pick<QuestionDraft, "line" | "explicitId"> & {
  promptKey: string;
  answerHash: string | null;
  versionHash: string;
  /** In characters; 0 without an answer. */
  answerLength: number;
};

/** Of so little, handing it to another thread is most of the work. */
const SHORT = 16_384;

const [deflateElsewhere, inflateElsewhere] = [promisify(deflateRaw), promisify(inflateRaw)];
const deflate = async (text: string, options: { level: number }) =>
  text.length < SHORT ? deflateRawSync(text, options) : deflateElsewhere(text, options);
const inflate = async (bytes: Uint8Array) =>
  bytes.length < SHORT ? inflateRawSync(bytes) : inflateElsewhere(bytes);

/** Packs a draft. */
export async function packDraft({ questions, ...document }: DocumentDraft): Promise<PackedDraft> {
  const packed = await deflate(JSON.stringify(questions), { level: 1 });
  return { ...document, questions: questions.map(outlineOf), packed };
}

/** All that a packed draft says of its questions, in their order. */
export async function questionsOf({ packed }: PackedDraft): Promise<QuestionDraft[]> {
  const questions: unknown = JSON.parse((await inflate(packed)).toString());
  if (!arePacked(questions)) throw new Error("This was not packed here");
  return questions;
}

/** This process packed them. */
function arePacked(questions: unknown): questions is QuestionDraft[] {
  return Array.isArray(questions);
}

/** Texts of some of the questions, by their places, which are counted over all of the drafts. */
export async function textsAt(
  drafts: readonly PackedDraft[],
  places: readonly number[],
): Promise<Map<number, QuestionText>> {
  const wanted = new Set(places);
  const texts = new Map<number, QuestionText>();
  let first = 0;
  for (const draft of drafts) {
    const isWanted = draft.questions.some((_, i) => wanted.has(first + i));
    for (const [i, { prompt, answer }] of (isWanted ? await questionsOf(draft) : []).entries())
      if (wanted.has(first + i)) texts.set(first + i, { prompt, answer });
    first += draft.questions.length;
  }
  return texts;
}

function outlineOf({ line, explicitId, prompt, answer }: QuestionDraft): QuestionOutline {
  return {
    line,
    explicitId,
    promptKey: promptKey(prompt),
    answerHash: answerHash(answer),
    versionHash: versionHash({ prompt, answer }),
    answerLength: (answer ?? "").length,
  };
}
