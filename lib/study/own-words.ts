import { z } from "zod";
import { ownText, removeOwnText, writeOwnText } from "@/lib/db/study/notes";
import { findQuestion } from "@/lib/db/study/questions";
import type { ShownText } from "@/lib/domain/own-words";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { isStoreBusy } from "@/lib/use-case/failure";
import { newId } from "@/lib/use-case/ids";
import { Id, nothingSaved } from "@/lib/use-case/inputs";
import type { TextRefused } from "@/lib/wire/questions";
import { preview, renderedText } from "./rendered-own-words";

const Markdown = z.string().max(20_000, "a text may have up to 20,000 characters");

const OwnTextInput = z.object({
  questionId: Id,
  kind: z.enum(["note", "answer"]),
  markdown: Markdown,
  /** When the text was saved that was there to begin with; null for none. */
  seenAt: z.iso.datetime().nullable(),
});

const PreviewInput = OwnTextInput.pick({ questionId: true, markdown: true });

/**
 * Saves a learner's note or answer to a question, over the one that they saw; an empty one removes
 * it. Answers it as shown, null when it was removed.
 */
export async function saveOwnText(
  context: Context,
  input: unknown,
): Promise<Result<ShownText | null, TextRefused>> {
  const { database, learner, clock } = context;
  const said = OwnTextInput.safeParse(input);
  if (!said.success) return err({ detail: nothingSaved(said.error) });
  const { questionId, kind, markdown } = said.data;
  const found = await findQuestion(database.read, learner.id, questionId);
  if (!found) return err({ detail: "Nothing was saved: there is no such question." });
  const key = { learnerId: learner.id, questionId, kind };
  const seenAt = said.data.seenAt === null ? null : new Date(said.data.seenAt);
  const text = { markdown, updatedAt: clock.now() };
  const { document } = found.question;
  const isEmpty = markdown.trim() === "";
  try {
    const isWritten = await database.write((tx) =>
      isEmpty
        ? removeOwnText(tx, key, seenAt)
        : writeOwnText(tx, { id: newId(), ...key }, text, seenAt),
    );
    if (isWritten) return ok(isEmpty ? null : await renderedText(database, text, document));
  } catch (error) {
    if (!isStoreBusy(error)) throw error;
    return err({ detail: "The store is busy; nothing was saved. Save again." });
  }
  const other = await ownText(database.read, key);
  return err({
    detail: CHANGED,
    ...(other && { other: await renderedText(database, other, document) }),
  });
}

const CHANGED =
  "Nothing was saved: this text was changed elsewhere since you opened it. Both are below.";

/** A text as it will look, as safe HTML; or why not. */
export async function previewOwnText(
  { database, learner }: Context,
  input: unknown,
): Promise<Result<string, TextRefused>> {
  const said = PreviewInput.safeParse(input);
  if (!said.success) return err({ detail: "This text is too long to be shown." });
  const { questionId, markdown } = said.data;
  const found = await findQuestion(database.read, learner.id, questionId);
  if (!found) return err({ detail: "There is no such question." });
  return ok(await preview(database, markdown, found.question.document));
}
