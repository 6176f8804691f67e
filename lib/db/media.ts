import type { Picture } from "@/lib/domain/picture";
import { groupBy } from "@/lib/group-by";
import type { Database } from "./client";
import type { Queries } from "./queries";
import { readInChunks } from "./in-chunks";

export type Media = {
  hash: string;
  type: string;
  width: number;
  height: number;
  bytes: Uint8Array<ArrayBuffer>;
};

/**
 * What a document means by a path: one row. Its hash is null where that could not be shown; its stamp
 * where only the bytes of the picture's file tell whether it is the same.
 */
export type PictureRow = { path: string; hash: string | null; fileStamp: string | null };

/** Keeps a picture under its hash, unless it is known. */
export async function keepMedia(database: Database, picture: Media): Promise<void> {
  const { hash } = picture;
  if (await database.read.media.findUnique({ where: { hash }, select: { hash: true } })) return;
  await database.write((tx) => tx.media.upsert({ where: { hash }, create: picture, update: {} }));
}

export async function findMedia(read: Queries, hash: string) {
  return read.media.findUnique({ where: { hash }, select: { type: true, bytes: true } });
}

/** The picture that a document which came through the page has by a path; null when it has none. */
export async function uploadedMedia(
  read: Queries,
  document: string,
  path: string,
): Promise<Media | null> {
  const found = await read.documentPicture.findFirst({
    where: { path, document: { path: document, origin: "upload" } },
    select: { media: true },
  });
  return found?.media ?? null;
}

/** The pictures that documents show: document id → path → picture. */
export async function picturesOfDocuments(
  read: Queries,
  documentIds: readonly string[],
): Promise<Map<string, Map<string, Picture>>> {
  const rows = await readInChunks([...new Set(documentIds)], (some) =>
    read.documentPicture.findMany({
      where: { documentId: { in: some } },
      orderBy: [{ documentId: "asc" }, { path: "asc" }],
      select: {
        documentId: true,
        path: true,
        media: { select: { hash: true, width: true, height: true } },
      },
    }),
  );
  const byDocument = new Map<string, Map<string, Picture>>();
  for (const { documentId, path, media } of rows) {
    if (!media) continue;
    const { hash, width, height } = media;
    const pictures = byDocument.get(documentId) ?? new Map<string, Picture>();
    byDocument.set(documentId, pictures.set(path, { address: mediaAddress(hash), width, height }));
  }
  return byDocument;
}

/** Where a stored picture is served. Its hash is its content: it never changes there. */
export function mediaAddress(hash: string): string {
  return `/api/media/${hash}`;
}

/** The pictures that documents had when they were taken in: document id → rows. */
export async function storedPictureRows(
  read: Queries,
  documentIds: readonly string[],
): Promise<Map<string, PictureRow[]>> {
  const rows = await readInChunks(documentIds, (some) =>
    read.documentPicture.findMany({ where: { documentId: { in: some } } }),
  );
  return groupBy(rows, ({ documentId }) => documentId);
}
