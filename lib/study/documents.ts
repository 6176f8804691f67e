import { z } from "zod";
import { countOn, documentsOn, questionsInUse, type Shelf, SHELVES } from "@/lib/db/documents";
import { unansweredCount, unansweredCounts } from "@/lib/db/unanswered";
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

/** Some of the documents that stand together, and how many there are. */
export type DocumentShelf = {
  name: Shelf;
  documents: DocumentView[];
  /** The place of the first of them, from 0. */
  from: number;
  total: number;
  /** Of all, those with problems; they come first. */
  faulty: number;
};

const Place = z.object({ shelf: z.enum(SHELVES), from: z.coerce.number().int().nonnegative() });
type Place = z.infer<typeof Place>;

/** More of them would be a long page, and a slow one. */
const ROWS = 100;

/** The beginning of each shelf with documents; of one that an address names, what stands from a place on. */
export async function documentShelves(
  context: Context,
  address: Record<string, unknown> = {},
): Promise<DocumentShelf[]> {
  const asked = Place.safeParse(address);
  const shelves = await Promise.all(
    SHELVES.map((shelf) =>
      shelfFrom(context, { from: 0, ...(asked.data?.shelf === shelf && asked.data), shelf }),
    ),
  );
  return shelves.filter(({ total }) => total > 0);
}

async function shelfFrom(
  { database: { read }, learner }: Context,
  { shelf: name, from: wanted }: Place,
): Promise<DocumentShelf> {
  const { documents: total, faulty } = await countOn(read, name);
  const from = wanted < total ? wanted : 0;
  const rows = await documentsOn(read, name, { skip: from, take: ROWS });
  const ids = rows.map(({ id }) => id);
  const unanswered = await unansweredCounts(read, learner.id, ids);
  const documents = rows.map((row) => ({ ...row, unanswered: unanswered.get(row.id) ?? 0 }));
  return { name, documents, from, total, faulty };
}

/** How much is in use, of all documents that hold questions. */
export type DocumentsSum = { documents: number; questions: number; unanswered: number };

/** The sum of what is in use, and the zone to tell times in. */
export async function documentsSum({
  database: { read },
  learner,
}: Context): Promise<{ sum: DocumentsSum; zone: string }> {
  const [{ documents }, questions, unanswered] = await Promise.all([
    countOn(read, "in-use"),
    questionsInUse(read),
    unansweredCount(read, learner.id),
  ]);
  return { sum: { documents, questions, unanswered }, zone: learner.scheduling.zone };
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
