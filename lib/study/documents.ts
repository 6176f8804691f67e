import { z } from "zod";
import { documentsWithProblems } from "@/lib/db/documents";
import { unansweredCounts } from "@/lib/db/unanswered";
import { bringBack, documentBytes, isDocument, putAway } from "@/lib/db/uploads";
import type { Problem } from "@/lib/domain/problem";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "./context";
import { conflict, type Failure, notFound } from "./failure";
import type { ServedFile } from "./served-file";

export type DocumentView = {
  id: string;
  /** `upload`: it came through the page, and its file is kept. */
  origin: string;
  title: string;
  path: string;
  dialectReason: string | null;
  questions: number;
  /** Of those, the ones that neither it nor the learner answers. */
  unanswered: number;
  encodingRepairs: number;
  takenInAt: Date;
  retiredAt: Date | null;
  retiredBy: string | null;
  problems: Problem[];
};

/** All documents that were ever in use: those that are first, of them those with problems. */
export async function documentList({ database, learner }: Context): Promise<DocumentView[]> {
  const [documents, unanswered] = await Promise.all([
    documentsWithProblems(database.read),
    unansweredCounts(database.read, learner.id),
  ]);
  const rank = ({ retiredAt, problems }: DocumentView) =>
    retiredAt ? 2 : problems.length > 0 ? 0 : 1;
  return documents
    .map((document) => ({ ...document, unanswered: unanswered.get(document.id) ?? 0 }))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The same for their page, with the zone to tell times in. */
export async function documentsView(
  context: Context,
): Promise<{ documents: DocumentView[]; zone: string }> {
  return { documents: await documentList(context), zone: context.learner.scheduling.zone };
}

export const DocumentId = z.object({ id: z.string() });
type DocumentId = z.infer<typeof DocumentId>;

/** The file of a document that came through the page, as it came. */
export async function documentFile(
  { database }: Context,
  { id }: DocumentId,
): Promise<Result<ServedFile, Failure>> {
  const kept = await documentBytes(database.read, id);
  if (!kept) return err(notFound("No file is kept under this address."));
  const name = kept.document.path.split("/").at(-1) ?? "document.md";
  return ok({ bytes: kept.bytes, type: "text/markdown", as: "download", name });
}

/** Puts a document away with its questions; nothing of their history is lost. */
export async function putAwayDocument(
  { database, clock }: Context,
  { id }: DocumentId,
): Promise<Result<{ id: string }, Failure>> {
  if (await putAway(database, id, clock.now())) return ok({ id });
  return err(await whyNot(database, id, "It was put away already."));
}

/** Takes a putting away back. */
export async function restoreDocument(
  { database }: Context,
  { id }: DocumentId,
): Promise<Result<{ id: string }, Failure>> {
  if (await bringBack(database, id)) return ok({ id });
  return err(await whyNot(database, id, "You have not put it away."));
}

async function whyNot(
  { read }: Context["database"],
  id: string,
  otherwise: string,
): Promise<Failure> {
  const known = await isDocument(read, id);
  return known ? conflict(otherwise) : notFound("There is no such document.");
}
