import type { Database } from "@/lib/db/client";
import type { Queries } from "@/lib/db/queries";
import { Prisma } from "@/lib/db/generated/client";
import { inChunks, readInChunks, readInPages } from "@/lib/db/in-chunks";

/** What is stored of a file of the content folder. */
export type StoredFile = {
  id: string;
  path: string;
  fileStamp: string | null;
  extractorVersion: string;
  retiredAt: Date | null;
  retiredBy: string | null;
};

const FILE = {
  id: true,
  path: true,
  fileStamp: true,
  extractorVersion: true,
  retiredAt: true,
  retiredBy: true,
} as const;

/** SQLite joins at most 500 queries to one; a place takes two. */
const PLACES = 200;

/** What is stored of the content folder at some places, there and below, by path; of all where it is null. */
export async function storedFiles(
  read: Queries,
  places: readonly string[] | null,
): Promise<Map<string, StoredFile>> {
  if (places) return filesById(read, await idsAt(read, places));
  const found = new Map<string, StoredFile>();
  await readInPages<StoredFile>(async (last, take) => {
    const files = await read.document.findMany({
      where: { origin: "content", path: { gt: last?.path ?? "" } },
      orderBy: { path: "asc" },
      take,
      select: FILE,
    });
    for (const file of files) found.set(file.path, file);
    return files;
  });
  return found;
}

/** The same of the content folder's among these documents. */
export async function filesById(
  read: Queries,
  ids: readonly string[],
): Promise<Map<string, StoredFile>> {
  const files = await readInChunks(ids, (some) =>
    read.document.findMany({ where: { origin: "content", id: { in: some } }, select: FILE }),
  );
  return new Map(files.map((file) => [file.path, file]));
}

async function idsAt(read: Queries, places: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  await inChunks(
    places,
    async (some) => {
      // As one condition with OR, SQLite would go through all documents.
      const queries = some.map(
        (path) => Prisma.sql`
          SELECT "id" FROM "Document" WHERE "origin" = 'content' AND "path" = ${path} UNION ALL
          SELECT "id" FROM "Document"
          WHERE "origin" = 'content' AND "path" >= ${`${path}/`} AND "path" < ${`${path}0`}`,
      );
      const rows = await read.$queryRaw<{ id: string }[]>`${Prisma.join(queries, " UNION ALL ")}`;
      for (const { id } of rows) ids.push(id);
    },
    PLACES,
  );
  return ids;
}

/** What is stored of a picture's file; `document`: the path of the document that shows it. */
export type StoredPicture = {
  document: string;
  path: string;
  /** Null where it could not be shown. */
  hash: string | null;
  fileStamp: string | null;
};

/**
 * The pictures of all documents of the content folder that are in use. CROSS JOIN keeps SQLite to the
 * order written: most documents have none.
 */
export async function storedPictures(read: Queries): Promise<StoredPicture[]> {
  return readInPages<StoredPicture & { documentId: string }>(
    (last, limit) => read.$queryRaw`
      SELECT d."path" AS "document", p."documentId", p."path", p."hash", p."fileStamp"
      FROM "DocumentPicture" p CROSS JOIN "Document" d
      WHERE d."id" = p."documentId"
        AND (p."documentId", p."path") > (${last?.documentId ?? ""}, ${last?.path ?? ""})
        AND d."origin" = 'content' AND d."retiredAt" IS NULL
      ORDER BY p."documentId", p."path" LIMIT ${limit}`,
  );
}

/** What the disk says of files that were read again and are the same. */
export type FileStamps = {
  documents: { id: string; fileStamp: string }[];
  pictures: { documentId: string; path: string; fileStamp: string }[];
};

/** Keeps it, so that they need not be read another time. */
export async function keepFileStamps(
  database: Database,
  { documents, pictures }: FileStamps,
): Promise<void> {
  await inChunks(documents, (some) => {
    const rows = Prisma.join(some.map(({ id, fileStamp }) => Prisma.sql`(${id}, ${fileStamp})`));
    return database.write(
      (tx) => tx.$executeRaw`
        WITH "said"("id", "stamp") AS (VALUES ${rows})
        UPDATE "Document" SET "fileStamp" =
          (SELECT s."stamp" FROM "said" s WHERE s."id" = "Document"."id")
        WHERE "id" IN (SELECT s."id" FROM "said" s)`,
    );
  });
  await inChunks(pictures, (some) =>
    database.write(async (tx) => {
      for (const { documentId, path, fileStamp } of some)
        await tx.documentPicture.updateMany({ where: { documentId, path }, data: { fileStamp } });
    }),
  );
}
