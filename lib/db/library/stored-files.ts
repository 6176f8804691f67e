import type { Database, Queries } from "@/lib/db/client";
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

/** A place takes three parameters. */
const PLACES = 100;

/** What is stored of the content folder at some places, there and below, by path; of all where it is null. */
export async function storedFiles(
  read: Queries,
  places: readonly string[] | null,
): Promise<Map<string, StoredFile>> {
  const found = new Map<string, StoredFile>();
  const add = (files: StoredFile[]) => {
    for (const file of files) found.set(file.path, file);
    return files;
  };
  const after = (last: StoredFile | undefined, take: number) =>
    read.document.findMany({
      where: { origin: "content", path: { gt: last?.path ?? "" } },
      orderBy: { path: "asc" },
      take,
      select: FILE,
    });
  const at = (some: string[]) => {
    const there = some.flatMap((path) => [{ path }, { path: { gte: `${path}/`, lt: `${path}0` } }]);
    return read.document.findMany({ where: { origin: "content", OR: there }, select: FILE });
  };
  if (places) await inChunks(places, async (some) => add(await at(some)), PLACES);
  else await readInPages<StoredFile>(async (last, take) => add(await after(last, take)));
  return found;
}

/** The paths of documents of the content folder that hold copies of questions of some documents. */
export async function copiesBeside(read: Queries, paths: readonly string[]): Promise<string[]> {
  const rows = await readInChunks(paths, (some) =>
    read.question.findMany({
      where: {
        document: { origin: "content" },
        mergedInto: { document: { origin: "content", path: { in: some } } },
      },
      select: { document: { select: { path: true } } },
    }),
  );
  return rows.map(({ document }) => document.path);
}

/** What is stored of a picture's file; `document`: the path of the document that shows it. */
export type StoredPicture = {
  document: string;
  path: string;
  /** Null where it could not be shown. */
  hash: string | null;
  fileStamp: string | null;
};

/** The pictures of all documents of the content folder that are in use. */
export async function storedPictures(read: Queries): Promise<StoredPicture[]> {
  return readInPages<StoredPicture & { documentId: string }>(
    (last, limit) => read.$queryRaw`
      SELECT d."path" AS "document", p."documentId", p."path", p."hash", p."fileStamp"
      FROM "DocumentPicture" p JOIN "Document" d ON d."id" = p."documentId"
      WHERE (p."documentId", p."path") > (${last?.documentId ?? ""}, ${last?.path ?? ""})
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
