import type { Queries } from "@/lib/db/queries";
import { Prisma } from "@/lib/db/generated/client";
import { inChunks, readInChunks } from "@/lib/db/in-chunks";

/**
 * Two questions that may be one: `known` was there before `other`. `same`: it is gone, and may be the
 * other one, changed; `part`: it is gone, and may stand in the other one now; `duplicate`: both are in
 * use.
 */
export type PairAsk = { kind: "same" | "part" | "duplicate"; known: string; other: string };
type Pair = Omit<PairAsk, "kind">;

/** Of the pairs, those that nobody was ever asked about, the one way or the other. */
export async function neverAsked<P extends Pair>(read: Queries, pairs: readonly P[]) {
  return withoutAsked(read, pairs, {});
}

/** Of the pairs, those of which nobody said that they are two. */
export async function notToldApart<P extends Pair>(read: Queries, pairs: readonly P[]) {
  return withoutAsked(read, pairs, { answer: "different" });
}

async function withoutAsked<P extends Pair>(
  read: Queries,
  pairs: readonly P[],
  where: Prisma.AskWhereInput,
): Promise<P[]> {
  const rows = await readInChunks(
    pairs,
    (some) => {
      const ids = some.flatMap(({ known, other }) => [known, other]);
      return read.ask.findMany({
        where: { ...where, questionId: { in: ids }, otherId: { in: ids } },
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

/** Books what a run is sure of, as if it had been asked and answered; answers the ask's id. */
export async function bookSame(
  tx: Queries,
  { kind, known, other }: PairAsk,
  { newId, at }: { newId: () => string; at: Date },
): Promise<string> {
  const answered = { answer: "same", answeredAt: at };
  const { id } = await tx.ask.upsert({
    where: { questionId_otherId: { questionId: known, otherId: other } },
    create: { id: newId(), kind, questionId: known, otherId: other, askedAt: at, ...answered },
    update: answered,
  });
  return id;
}

/**
 * Pairs that nobody has answered and that can still be one: their questions are where the ask found
 * them. A question is one changed question at most, but several may have gone into it.
 */
export const OPEN: Prisma.AskWhereInput = {
  answeredAt: null,
  OR: [
    {
      kind: "same",
      question: { retiredBy: "source" },
      other: { retiredAt: null, otherAsks: { none: { kind: "same", answer: "same" } } },
    },
    { kind: "part", question: { retiredBy: "source" }, other: { retiredAt: null } },
    { kind: "duplicate", question: { retiredAt: null }, other: { retiredAt: null } },
  ],
};

const ANSWERABLE = { OR: [OPEN, { answeredAt: null, kind: "retire" }] };

/** Asks of the one that goes on what was asked of the one that is now merged into it. */
export async function passAsksOn(
  tx: Queries,
  { from, into }: { from: string; into: string },
  made: { newId: () => string; at: Date },
): Promise<void> {
  const rows = await tx.ask.findMany({
    where: { otherId: from, answeredAt: null, question: { retiredBy: "source" } },
    select: { kind: true, questionId: true },
  });
  const pairs = rows.flatMap(({ kind, questionId }) =>
    questionId === null ? [] : [{ kind: pairKind(kind), known: questionId, other: into }],
  );
  await askAboutPairs(tx, pairs, made);
}

/** What a stored ask asks about two questions. */
export function pairKind(kind: string): PairAsk["kind"] {
  return kind === "duplicate" || kind === "part" ? kind : "same";
}

/** An ask that can be answered. Null when there is none with that id. */
export async function openAsk(read: Queries, id: string) {
  return read.ask.findFirst({ where: { id, ...ANSWERABLE } });
}

/** Of an ask about a duplicate, the open ones about the same two documents, oldest first: itself too. */
export async function asksAlike(read: Queries, id: string): Promise<string[]> {
  const side = { select: { documentId: true } };
  const ask = await read.ask.findFirst({
    where: { id, kind: "duplicate" },
    select: { question: side, other: side },
  });
  if (!ask?.question || !ask.other) return [];
  const { question, other } = ask;
  const rows = await read.ask.findMany({
    where: {
      AND: [OPEN, { kind: "duplicate" }],
      OR: [
        { question, other },
        { question: other, other: question },
      ],
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Books an answer, and answers the ask. Null when it can't be answered, or was. */
export async function answerAsk(
  tx: Queries,
  id: string,
  answer: "same" | "different" | "retire" | "keep",
  at: Date,
) {
  const { count } = await tx.ask.updateMany({
    where: { id, ...ANSWERABLE },
    data: { answer, answeredAt: at },
  });
  return count === 1 ? tx.ask.findUnique({ where: { id } }) : null;
}

/** Answers what answered itself: a question that is back beside the new one is another one. */
export async function answerSettledPairs(tx: Queries, at: Date): Promise<void> {
  await tx.ask.updateMany({
    where: {
      kind: { not: "duplicate" },
      answeredAt: null,
      question: { retiredAt: null },
      other: { retiredAt: null },
    },
    data: { answer: "different", answeredAt: at },
  });
}
