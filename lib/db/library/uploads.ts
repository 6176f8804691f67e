import type { Database } from "@/lib/db/client";
import type { Queries } from "@/lib/db/queries";
import { UNFINISHED } from "./documents";

/** The documents that came through the page and are wholly stored, by path. */
export async function uploadedDocuments(read: Queries) {
  const rows = await read.document.findMany({
    where: { origin: "upload", OR: [{ retiredBy: null }, { retiredBy: { not: UNFINISHED } }] },
    select: { id: true, path: true, title: true, sha256: true, takenInAt: true, retiredAt: true },
  });
  return new Map(rows.map(({ path, ...document }) => [path, document]));
}

/** A document's own bytes as they came; null where they were not kept. */
export async function documentBytes(read: Queries, documentId: string) {
  return read.documentBytes.findUnique({
    where: { documentId },
    select: { bytes: true, document: { select: { path: true } } },
  });
}

export async function isDocument(read: Queries, id: string): Promise<boolean> {
  return (await read.document.count({ where: { id } })) > 0;
}

/** Puts a document away as its learner wishes, with its questions in use. False when it is unknown or away. */
export async function putAway(database: Database, id: string, at: Date): Promise<boolean> {
  return database.write(async (tx) => {
    const data = { retiredAt: at, retiredBy: "learner" };
    const { count } = await tx.document.updateMany({ where: { id, retiredAt: null }, data });
    if (count === 0) return false;
    await tx.question.updateMany({ where: { documentId: id, retiredAt: null }, data });
    return true;
  });
}

/** Takes that back: what was put away with the document comes back with it. False when it is not away. */
export async function bringBack(database: Database, id: string): Promise<boolean> {
  const stored = await database.read.document.findUnique({ where: { id } });
  if (!stored?.retiredAt) return false;
  const away = { retiredBy: "learner", retiredAt: stored.retiredAt };
  const back = { retiredBy: null, retiredAt: null };
  return database.write(async (tx) => {
    const { count } = await tx.document.updateMany({ where: { id, ...away }, data: back });
    if (count === 0) return false;
    await tx.question.updateMany({ where: { documentId: id, ...away }, data: back });
    return true;
  });
}
