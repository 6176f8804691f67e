import type { Queries } from "./client";
import { Prisma } from "./generated/client";
import { inChunks, readInChunks } from "./in-chunks";

/** Two questions that may be one: `known` was there before `other`. */
export type PairAsk = { kind: "same" | "duplicate"; known: string; other: string };

/** What a run found missing and did not put away, a document at a time. */
export type Missing = { documentId: string; documentGone: boolean; questions: string[] }[];

/** Whether so many are to be put away. `answer` is null while nobody answered. */
export type RetireAsk = { id: string; missing: Missing; answer: string | null };

/** Of the pairs, those that nobody was ever asked about, the one way or the other. */
export async function neverAsked(read: Queries, pairs: readonly PairAsk[]): Promise<PairAsk[]> {
  const rows = await readInChunks(
    pairs,
    (some) => {
      const ids = some.flatMap(({ known, other }) => [known, other]);
      return read.ask.findMany({
        where: { questionId: { in: ids }, otherId: { in: ids } },
        select: { questionId: true, otherId: true },
      });
    },
    4,
  );
  const asked = new Set(rows.map(({ questionId, otherId }) => pairKey(questionId, otherId)));
  return pairs.filter(({ known, other }) => !asked.has(pairKey(known, other)));
}

function pairKey(a: string | null, b: string | null): string {
  return [a ?? "", b ?? ""].toSorted().join(" ");
}

/** Asks about pairs; about one that was asked before it stays as it is. */
export async function askAboutPairs(
  tx: Queries,
  pairs: readonly PairAsk[],
  { newId, at }: { newId: () => string; at: Date },
): Promise<void> {
  await inChunks(pairs, async (some) => {
    const rows = some.map(
      ({ kind, known, other }) => Prisma.sql`(${newId()}, ${kind}, ${known}, ${other}, ${at})`,
    );
    await tx.$executeRaw`
      INSERT INTO "Ask" ("id", "kind", "questionId", "otherId", "askedAt")
      VALUES ${Prisma.join(rows)} ON CONFLICT DO NOTHING`;
  });
}

/** An ask that nobody has answered. Null when there is none with that id. */
export async function openAsk(read: Queries, id: string) {
  return read.ask.findFirst({ where: { id, answeredAt: null } });
}

/** Books an answer. False when it has one already. */
export async function answerAsk(
  tx: Queries,
  id: string,
  answer: "same" | "different" | "retire" | "keep",
  at: Date,
): Promise<boolean> {
  const { count } = await tx.ask.updateMany({
    where: { id, answeredAt: null },
    data: { answer, answeredAt: at },
  });
  return count === 1;
}

/** Answers what answered itself: a question that is back beside the new one is another one. */
export async function answerSettledPairs(tx: Queries, at: Date): Promise<void> {
  await tx.ask.updateMany({
    where: {
      kind: "same",
      answeredAt: null,
      question: { retiredAt: null },
      other: { retiredAt: null },
    },
    data: { answer: "different", answeredAt: at },
  });
}

/** The open asks about two that are one question by now. */
export async function asksWithin(read: Queries, ids: string[]): Promise<string[]> {
  const rows = await read.ask.findMany({
    where: { answeredAt: null, questionId: { in: ids }, otherId: { in: ids } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** All asks whether to put away what is missing from an origin, but those answered by doing so. */
export async function retireAsks(read: Queries): Promise<RetireAsk[]> {
  const rows = await read.ask.findMany({
    where: { kind: "retire", OR: [{ answer: null }, { answer: "keep" }] },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, detail, answer }) => ({ id, answer, missing: missingIn(detail) }));
}

/** What an ask is about, from its row. */
export function missingIn(detail: string | null): Missing {
  return JSON.parse(detail ?? "[]");
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

const SIDE = {
  id: true,
  line: true,
  retiredAt: true,
  document: { select: { id: true, path: true } },
  versions: { where: { replacedAt: null }, select: { prompt: true, answer: true } },
  _count: { select: { reviews: { where: { undoneAt: null } } } },
} as const;

/** Open asks about pairs with both questions, oldest first, and how many there are in all. */
export async function openPairs(read: Queries, limit: number) {
  const where = {
    answeredAt: null,
    kind: { not: "retire" },
    OR: [{ question: { retiredAt: null } }, { other: { retiredAt: null } }],
  };
  const [rows, total] = await Promise.all([
    read.ask.findMany({
      where,
      orderBy: [{ askedAt: "asc" }, { id: "asc" }],
      take: limit,
      select: {
        id: true,
        kind: true,
        question: { select: SIDE },
        other: { select: SIDE },
      },
    }),
    read.ask.count({ where }),
  ]);
  return { rows, total };
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
