import { breathe } from "@/lib/breathe";
import type { Memory } from "@/lib/domain/memory";
import type { Standing, Standings } from "@/lib/domain/standing";
import type { Queries } from "./queries";
import { Prisma } from "./generated/client";
import { readInChunks } from "./in-chunks";
import { toStoredMemory } from "./memories";
import { type MemoryRow, NEVER_SEEN, readMemoryRow } from "./stored-memory";

/** How all questions in use stand with a learner, as of all that is committed by now. */
export type StandingsOf = (learnerId: string) => Promise<Standings>;

/**
 * Keeps at hand how questions stand with each learner asked about. They are read once; from then on
 * only what changed since the last time is read again, whoever changed it, in this process or another:
 * the store's triggers note it. What was answered before stays as it was.
 */
export function keepStandings(read: Queries): StandingsOf {
  const keepers = new Map<string, () => Promise<Standings>>();
  return (learnerId) => {
    const keeper = keepers.get(learnerId) ?? keepFor(read, learnerId);
    keepers.set(learnerId, keeper);
    return keeper();
  };
}

function keepFor(read: Queries, learnerId: string): () => Promise<Standings> {
  let kept: Kept | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  return () => {
    // One after the other, each with a look of its own: an earlier one may miss what is committed since.
    const mine = turn.then(async () => {
      kept = await upToDate(read, learnerId, kept);
      return kept.standings;
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
}

type Kept = {
  /** The last change that is in it. */
  seq: number;
  standings: Map<string, Standing[]>;
  /** Of each question, for those that change. */
  topics: Map<string, string>;
};

async function upToDate(read: Queries, learnerId: string, kept: Kept | null): Promise<Kept> {
  const changes = kept && (await changesFrom(read, kept.seq));
  // Where the last one known is forgotten, so may be some that followed.
  if (!kept || changes?.[0]?.seq !== kept.seq) return readAnew(read, learnerId);
  const seq = changes.at(-1)?.seq ?? kept.seq;
  if (seq === kept.seq) return kept;
  const ids = [...new Set(changes.slice(1).map(({ questionId }) => questionId))];
  const rows = await readInChunks(ids, (some) =>
    standingRows(read, learnerId, Prisma.sql`q."id" IN (${Prisma.join(some)})`),
  );
  const now = { seq, ...replaced(kept, ids, await toStandings(read, learnerId, rows)) };
  return changes.length <= A_PART ? now : upToDate(read, learnerId, now);
}

/** As many rows take the driver, which is synchronous, some 5 ms. */
const A_PART = 250;

/** A change, and some of those that followed. */
async function changesFrom(read: Queries, seq: number) {
  return read.change.findMany({
    where: { seq: { gte: seq } },
    orderBy: { seq: "asc" },
    take: A_PART + 1,
  });
}

async function readAnew(read: Queries, learnerId: string): Promise<Kept> {
  // First: what changes while all is read is read again.
  const { _max } = await read.change.aggregate({ _max: { seq: true } });
  const all: Kept = { seq: _max.seq ?? 0, standings: new Map(), topics: new Map() };
  let after: string | undefined = "";
  while (after !== undefined) {
    const rows: StandingRow[] = await standingRows(
      read,
      learnerId,
      Prisma.sql`q."id" > ${after} ORDER BY q."id" LIMIT ${A_PART}`,
    );
    add(all, await toStandings(read, learnerId, rows));
    after = rows.length < A_PART ? undefined : rows.at(-1)?.id;
    await breathe();
  }
  return all;
}

/** What is known, with some questions as they are now: those that are not in use any more are left out. */
function replaced(
  { standings: before, topics }: Kept,
  ids: readonly string[],
  now: readonly Standing[],
): Pick<Kept, "standings" | "topics"> {
  const changed = new Set(ids);
  const standings = new Map(before);
  const touched = [...ids.flatMap((id) => topics.get(id) ?? []), ...now.map(({ topic }) => topic)];
  // Copied: whoever was answered before counts on.
  for (const topic of new Set(touched))
    standings.set(
      topic,
      (before.get(topic) ?? []).filter(({ id }) => !changed.has(id)),
    );
  for (const id of ids) topics.delete(id);
  add({ standings, topics }, now);
  return { standings, topics };
}

function add({ standings, topics }: Pick<Kept, "standings" | "topics">, some: readonly Standing[]) {
  for (const standing of some) {
    const { id, topic } = standing;
    const beside = standings.get(topic);
    if (beside) beside.push(standing);
    else standings.set(topic, [standing]);
    topics.set(id, topic);
  }
}

/** A question with the columns of its memory, which are all null where it was never seen. */
type StandingRow = MemoryRow & {
  id: string;
  topicId: string;
  topic: string;
  documentId: string;
  position: number;
  isAnswered: boolean | number | bigint;
  asked: boolean | number | bigint;
};

async function standingRows(
  read: Queries,
  learnerId: string,
  which: Prisma.Sql,
): Promise<StandingRow[]> {
  // CROSS JOIN keeps SQLite to the order written: from the questions to their topics.
  return read.$queryRaw<StandingRow[]>`
    SELECT m.*, q."id", q."topicId", t."path" AS "topic", q."documentId", q."position",
      q."answerHash" IS NOT NULL OR EXISTS (
        SELECT 1 FROM "Note" n
        WHERE n."questionId" = q."id" AND n."learnerId" = ${learnerId} AND n."kind" = 'answer'
      ) AS "isAnswered",
      EXISTS (
        SELECT 1 FROM "Question" o
        CROSS JOIN "Action" a ON a."learnerId" = ${learnerId} AND a."questionId" = o."id"
        WHERE (o."id" = q."id" OR o."mergedIntoId" = q."id")
          AND a."kind" = 'asked' AND a."undoneAt" IS NULL
      ) AS "asked"
    FROM "Question" q
    CROSS JOIN "Topic" t ON t."id" = q."topicId"
    LEFT JOIN "Memory" m ON m."learnerId" = ${learnerId} AND m."questionId" = q."id"
    WHERE q."retiredAt" IS NULL AND ${which}`;
}

async function toStandings(
  read: Queries,
  learnerId: string,
  rows: readonly StandingRow[],
): Promise<Standing[]> {
  const standings: Standing[] = [];
  for (const row of rows) {
    const { id, topicId, topic, documentId, position } = row;
    const { suspended, buriedUntil, flagged, leech, slipping, ...known } =
      row.phase === null ? NEVER_SEEN : readMemoryRow(row);
    const key = { learnerId, questionId: id };
    const memory = known.memory ?? (await toStoredMemory(read, key, row)).memory;
    const isAnswered = Boolean(Number(row.isAnswered));
    const asked = Boolean(Number(row.asked));
    const question = { id, topicId, topic, documentId, position, isAnswered, asked };
    const own = { suspended, buriedUntil, flagged, leech, slipping };
    standings.push({ ...question, ...own, ...standingOf(memory) });
  }
  return standings;
}

function standingOf(memory: Memory) {
  if (memory.phase === "new") return { state: memory.phase, dueAt: null };
  const { phase: state, dueAt, stability, lastStudyDay, lapses } = memory;
  return { state, dueAt, stability, lastStudyDay, lapses };
}
