import { z } from "zod";
import { countOn, documentsOn, heldByDocuments, SHELVES } from "@/lib/db/library/documents";
import { bringBack, documentBytes, isDocument, putAway } from "@/lib/db/library/uploads";
import { unansweredIn } from "@/lib/domain/listed";
import { groupsWithin } from "@/lib/domain/standing";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { conflict, type Failure, notFound } from "@/lib/use-case/failure";
import { SoughtId } from "@/lib/use-case/inputs";
import type { ServedFile } from "@/lib/use-case/served-file";
import type { DocumentShelf, DocumentsView } from "@/lib/wire/documents";

const Place = z.object({ shelf: z.enum(SHELVES), from: z.coerce.number().int().nonnegative() });
type Place = z.infer<typeof Place>;

/** More of them would be a long page, and a slow one. */
const ROWS = 100;

/**
 * How much there is, and the beginning of each shelf with documents; of one that an address names,
 * what stands from a place on.
 */
export async function documentsView(
  context: Context,
  address: Record<string, unknown> = {},
): Promise<DocumentsView> {
  const { database, learner } = context;
  const asked = Place.safeParse(address);
  const all: DocumentShelf[] = [];
  for (const shelf of SHELVES)
    all.push(
      await shelfFrom(context, {
        from: 0,
        ...(asked.data?.shelf === shelf && asked.data),
        shelf,
      }),
    );
  const groups = groupsWithin(await database.standings(learner.id), null);
  const sum = {
    documents: all.find(({ name }) => name === "in-use")?.total ?? 0,
    questions: groups.reduce((questions, group) => questions + group.length, 0),
    unanswered: unansweredIn(groups).count,
  };
  const shelves = all.filter(({ total }) => total > 0);
  return { sum, shelves, zone: learner.scheduling.zone };
}

async function shelfFrom(
  { database: { read }, learner }: Context,
  { shelf: name, from: wanted }: Place,
): Promise<DocumentShelf> {
  const { documents: total, faulty } = await countOn(read, name);
  const from = wanted < total ? wanted : 0;
  const rows = await documentsOn(read, name, { skip: from, take: ROWS });
  const held = await heldByDocuments(
    read,
    learner.id,
    rows.map(({ id }) => id),
  );
  const documents = rows.map((row) => ({ ...row, ...(held.get(row.id) ?? NOTHING) }));
  return { name, documents, from, total, faulty };
}

const NOTHING = { questions: 0, unanswered: 0 };

export const DocumentId = z.object({ id: SoughtId });
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
