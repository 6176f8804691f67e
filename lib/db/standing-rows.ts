import { isLeech } from "@/lib/domain/leech";
import type { Memory } from "@/lib/domain/memory";
import type { Standing } from "@/lib/domain/standing";
import { Prisma } from "./generated/client";
import { readInChunks } from "./in-chunks";
import { toStoredMemory } from "./memories";
import type { ReadPlainly } from "./plain-queries";
import type { Queries } from "./queries";
import { type MemoryRow, NEVER_SEEN, readMemoryRow } from "./stored-memory";
import { readPoints } from "./stored-points";

/** Where standings are read: by Prisma, and past it, which takes a third of the time for many. */
export type Readers = { read: Queries; readPlainly: ReadPlainly };

/** Addresses by topic id. */
export type TopicPaths = Map<string, string>;

/** How the questions in use after an id stand, in the order of ids. */
export async function standingsAfter(
  readers: Readers,
  learnerId: string,
  { after, limit }: { after: string; limit: number },
  paths: TopicPaths,
): Promise<Standing[]> {
  const rows = await readers.readPlainly<StandingRow[]>(Prisma.sql`
    ${standingRows(learnerId)} AND q."id" > ${after} ORDER BY q."id" LIMIT ${limit}`);
  return toStandings(readers, learnerId, rows, paths);
}

/** How those with these ids stand; those that are not in use are left out. */
export async function standingsOf(
  readers: Readers,
  learnerId: string,
  ids: readonly string[],
  paths: TopicPaths,
): Promise<Standing[]> {
  const rows = await readInChunks(ids, (some) =>
    readers.read.$queryRaw<StandingRow[]>(
      Prisma.sql`${standingRows(learnerId)} AND q."id" IN (${Prisma.join(some)})`,
    ),
  );
  return toStandings(readers, learnerId, rows, paths);
}

function standingRows(learnerId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT q."id", q."topicId", q."documentId", q."position",
      m."phase", m."step", m."stability", m."difficulty", m."reps", m."lapses", m."due",
      m."lastReviewId", m."lastReviewedAt", m."lastStudyDay", m."resetAt",
      m."suspended", m."buriedUntil", m."flagged", m."slipping", m."points",
      (SELECT COUNT(*) FROM "KeyPoint" k
        LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = ${learnerId}
        WHERE k."questionId" = q."id" AND k."retiredAt" IS NULL
          AND (k."learnerId" IS NULL OR k."learnerId" = ${learnerId})
          AND (c."hidden" IS NULL OR NOT c."hidden")) AS "pointCount",
      q."answerHash" IS NOT NULL OR EXISTS (
        SELECT 1 FROM "Note" n
        WHERE n."questionId" = q."id" AND n."learnerId" = ${learnerId} AND n."kind" = 'answer'
      ) AS "isAnswered",
      EXISTS (
        SELECT 1 FROM "Action" a
        WHERE a."learnerId" = ${learnerId} AND a."questionId" = q."id"
          AND a."kind" = 'asked' AND a."undoneAt" IS NULL
      ) OR EXISTS (
        SELECT 1 FROM "Question" o
        CROSS JOIN "Action" a ON a."learnerId" = ${learnerId} AND a."questionId" = o."id"
        WHERE o."mergedIntoId" = q."id" AND a."kind" = 'asked' AND a."undoneAt" IS NULL
      ) AS "asked"
    FROM "Question" q
    LEFT JOIN "Memory" m ON m."learnerId" = ${learnerId} AND m."questionId" = q."id"
    WHERE q."retiredAt" IS NULL`;
}

/** A question with the columns of its memory, which are all null where it was never seen. */
type StandingRow = MemoryRow & {
  id: string;
  topicId: string;
  documentId: string;
  position: number;
  points: unknown;
  pointCount: number | bigint;
  isAnswered: boolean | number | bigint;
  asked: boolean | number | bigint;
};

async function toStandings(
  readers: Readers,
  learnerId: string,
  rows: readonly StandingRow[],
  paths: TopicPaths,
): Promise<Standing[]> {
  if (rows.some(({ topicId }) => !paths.has(topicId))) await readPaths(readers, paths);
  const standings: Standing[] = [];
  for (const row of rows) {
    const { id, topicId, documentId, position } = row;
    const topic = paths.get(topicId);
    if (topic === undefined) throw new Error(`Question ${id} has no topic`);
    const { suspended, buriedUntil, flagged, slipping, ...known } =
      row.phase === null ? NEVER_SEEN : readMemoryRow(row);
    const key = { learnerId, questionId: id };
    const memory = known.memory ?? (await toStoredMemory(readers.read, key, row)).memory;
    const isAnswered = Boolean(Number(row.isAnswered));
    const asked = Boolean(Number(row.asked));
    const question = { id, topicId, topic, documentId, position, isAnswered, asked };
    const points = { ...readPoints(row.points), of: Number(row.pointCount) };
    const own = { suspended, buriedUntil, flagged, slipping, points };
    standings.push({ ...question, ...own, ...standingOf(memory) });
  }
  return standings;
}

/** A topic's address is given once and kept. */
async function readPaths({ read }: Readers, paths: TopicPaths): Promise<void> {
  const topics = await read.topic.findMany({ select: { id: true, path: true } });
  for (const { id, path } of topics) paths.set(id, path);
}

function standingOf(memory: Memory) {
  if (memory.phase === "new") return { state: memory.phase, dueAt: null, leech: false };
  const { phase: state, dueAt, stability, difficulty, lastStudyDay, lapses } = memory;
  return { state, dueAt, stability, difficulty, lastStudyDay, lapses, leech: isLeech(lapses) };
}
