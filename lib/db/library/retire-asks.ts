import { z } from "zod";
import type { Queries } from "@/lib/db/queries";
import { inChunks, readInChunks } from "@/lib/db/in-chunks";
import { readColumn } from "@/lib/db/json-columns";

const Missing = z.array(
  z.object({ documentId: z.string(), documentGone: z.boolean(), questions: z.array(z.string()) }),
);
/** What a run found missing and did not put away, a document at a time. */
export type Missing = z.infer<typeof Missing>;

/** Whether so many are to be put away. `answer` is null while nobody answered. */
export type RetireAsk = { id: string; missing: Missing; answer: string | null };

/** All asks whether to put away what is missing from an origin, but those answered by doing so. */
export async function retireAsks(read: Queries): Promise<RetireAsk[]> {
  const rows = await read.ask.findMany({
    where: { kind: "retire", OR: [{ answer: null }, { answer: "keep" }] },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, detail, answer }) => ({ id, answer, missing: missingIn(detail) }));
}

/** What an ask is about, from its row; nothing where that can't be read. */
export function missingIn(detail: string | null): Missing {
  return readColumn(Missing, detail, "What an ask says is missing") ?? [];
}

/** Writes what an ask is about, and its answer where it has one. */
export async function putRetireAsk(
  tx: Queries,
  { id, missing, answer }: RetireAsk,
  at: Date,
): Promise<void> {
  const data = { detail: JSON.stringify(missing), answer, answeredAt: answer === null ? null : at };
  await tx.ask.upsert({
    where: { id },
    create: { id, kind: "retire", askedAt: at, ...data },
    update: data,
  });
}

/** The documents that questions were missing from, by id. */
export async function documentPaths(
  read: Queries,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await readInChunks(ids, (some) =>
    read.document.findMany({ where: { id: { in: some } }, select: { id: true, path: true } }),
  );
  return new Map(rows.map(({ id, path }) => [id, path]));
}

/** Puts away what an ask was about, as its source would have. */
export async function retireAllMissing(tx: Queries, missing: Missing, at: Date): Promise<number> {
  const retired = { retiredAt: at, retiredBy: "source" };
  let count = 0;
  await inChunks(
    missing.flatMap(({ questions }) => questions),
    async (ids) => {
      const done = await tx.question.updateMany({
        where: { id: { in: ids }, retiredAt: null },
        data: retired,
      });
      count += done.count;
    },
  );
  const gone = missing.filter(({ documentGone }) => documentGone);
  await inChunks(
    gone.map(({ documentId }) => documentId),
    (ids) => tx.document.updateMany({ where: { id: { in: ids }, retiredAt: null }, data: retired }),
  );
  return count;
}
