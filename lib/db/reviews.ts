import type { Phase, SeenMemory } from "@/lib/domain/memory";
import type { LoggedReview } from "@/lib/domain/replay";
import type { Rating } from "@/lib/domain/rating";
import type { Queries } from "./client";
import type { Memory as MemoryRow, Review as ReviewRow } from "./generated/client";
import { withMerged } from "./merges";
import { type StoredMemory, toStoredMemory } from "./rows";

/**
 * What a review of a question is recorded against: the version read, and the memory that it counts
 * for, which is another question's where the two were merged. Null for an unknown question.
 */
export async function reviewContext(
  read: Queries,
  learnerId: string,
  questionId: string,
): Promise<{ versionId: string; countsFor: string; stored: StoredMemory } | null> {
  // One query: every grade passes here.
  const [row] = await read.$queryRaw<(MemoryRow & ReviewedRow)[]>`
    SELECT v."id" AS "versionId", COALESCE(q."mergedIntoId", q."id") AS "countsFor",
      m."questionId" AS "seen", m.*
    FROM "QuestionVersion" v
    JOIN "Question" q ON q."id" = v."questionId"
    LEFT JOIN "Memory" m
      ON m."questionId" = COALESCE(q."mergedIntoId", q."id") AND m."learnerId" = ${learnerId}
    WHERE v."questionId" = ${questionId} AND v."replacedAt" IS NULL`;
  if (!row) return null;
  const { versionId, countsFor, seen, ...memory } = row;
  return { versionId, countsFor, stored: toStoredMemory(seen === null ? null : memory) };
}

type ReviewedRow = { versionId: string; countsFor: string; seen: string | null };

/** The ids of all key points that a question has or had. */
export async function keyPointIds(read: Queries, questionId: string): Promise<string[]> {
  const rows = await read.keyPoint.findMany({ where: { questionId }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** What a review decided about the schedule; null fields where it doesn't count. */
export type Decision = {
  phaseBefore: Phase;
  predictedRecall: number | null;
  phaseGiven: SeenMemory["phase"] | null;
  stepGiven: number | null;
  dueGiven: Date | null;
};

export type NewReview = Omit<ReviewRow, "undoneAt" | keyof Decision> & Decision;

/** Inserts a review by its id. False when one with that id is there: nothing was written. */
export async function insertReview(tx: Queries, review: NewReview): Promise<boolean> {
  const r = review;
  const inserted = await tx.$executeRaw`
    INSERT INTO "Review" (
      "id", "learnerId", "questionId", "versionId", "sessionId", "rating", "mode", "counts",
      "saidAt", "sentAt", "receivedAt", "countedAt", "utcOffsetMinutes", "studyDay", "durationMs",
      "way", "assessed", "phaseBefore", "predictedRecall", "parameterSetId", "desiredRetention",
      "phaseGiven", "stepGiven", "dueGiven", "contentHash")
    VALUES (
      ${r.id}, ${r.learnerId}, ${r.questionId}, ${r.versionId}, ${r.sessionId}, ${r.rating},
      ${r.mode}, ${r.counts}, ${r.saidAt}, ${r.sentAt}, ${r.receivedAt}, ${r.countedAt},
      ${r.utcOffsetMinutes}, ${r.studyDay}, ${r.durationMs}, ${r.way}, ${r.assessed},
      ${r.phaseBefore}, ${r.predictedRecall}, ${r.parameterSetId}, ${r.desiredRetention},
      ${r.phaseGiven}, ${r.stepGiven}, ${r.dueGiven}, ${r.contentHash})
    ON CONFLICT ("id") DO NOTHING`;
  return inserted === 1;
}

/** Says again what a review decided, after others were found to come before it. */
export async function reviseDecision(tx: Queries, id: string, decision: Decision): Promise<void> {
  await tx.review.update({ where: { id }, data: decision });
}

/** Makes sure that a session named by a client is there. */
export async function ensureSession(
  tx: Queries,
  session: { id: string; learnerId: string; kind: string; startedAt: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Session" ("id", "learnerId", "kind", "scope", "startedAt")
    VALUES (${session.id}, ${session.learnerId}, ${session.kind}, '', ${session.startedAt})
    ON CONFLICT ("id") DO NOTHING`;
}

export async function insertReviewPoints(
  tx: Queries,
  reviewId: string,
  points: { keyPointId: string; recalled: boolean }[],
): Promise<void> {
  if (points.length === 0) return;
  await tx.reviewPoint.createMany({ data: points.map((point) => ({ reviewId, ...point })) });
}

/**
 * Writes the memory after a review, if it still rests on the review and the reset expected, and the
 * question was not merged into another. False when somebody came between: nothing was written, and
 * the log must be replayed.
 */
export async function advanceMemory(
  tx: Queries,
  key: { learnerId: string; questionId: string },
  expected: Pick<StoredMemory, "lastReviewId" | "resetAt">,
  memory: SeenMemory,
  lastReviewId: string,
): Promise<boolean> {
  const m = memory;
  const written = await tx.$executeRaw`
    INSERT INTO "Memory" (
      "learnerId", "questionId", "phase", "step", "stability", "difficulty", "reps", "lapses",
      "due", "lastReviewId", "lastReviewedAt", "lastStudyDay", "suspended", "flagged", "leech")
    SELECT
      ${key.learnerId}, q."id", ${m.phase}, ${m.step}, ${m.stability}, ${m.difficulty},
      ${m.reps}, ${m.lapses}, ${m.dueAt}, ${lastReviewId}, ${m.lastReviewedAt},
      ${m.lastStudyDay}, ${false}, ${false}, ${false}
    FROM "Question" q WHERE q."id" = ${key.questionId} AND q."mergedIntoId" IS NULL
    ON CONFLICT ("learnerId", "questionId") DO UPDATE SET
      "phase" = excluded."phase", "step" = excluded."step", "stability" = excluded."stability",
      "difficulty" = excluded."difficulty", "reps" = excluded."reps", "lapses" = excluded."lapses",
      "due" = excluded."due", "lastReviewId" = excluded."lastReviewId",
      "lastReviewedAt" = excluded."lastReviewedAt", "lastStudyDay" = excluded."lastStudyDay"
    WHERE "Memory"."lastReviewId" IS NOT DISTINCT FROM ${expected.lastReviewId}
      AND "Memory"."resetAt" IS NOT DISTINCT FROM ${expected.resetAt}`;
  return written === 1;
}

/** Writes the memory that a replay gave, whatever stood there; flags and pauses stay. */
export async function replaceMemory(
  tx: Queries,
  key: { learnerId: string; questionId: string },
  { memory, lastReviewId }: { memory: StoredMemory["memory"]; lastReviewId: string | null },
): Promise<void> {
  const data = { ...memoryColumns(memory), lastReviewId };
  await tx.memory.upsert({
    where: { learnerId_questionId: key },
    update: data,
    create: { ...key, ...data, suspended: false, flagged: false, leech: false },
  });
}

/** A review of a question, for its learner to look back at. */
export type PastReview = {
  id: string;
  at: Date;
  rating: Rating;
  counts: boolean;
  undone: boolean;
  dueGiven: Date | null;
  predictedRecall: number | null;
};

/** All reviews of a question and of what was merged into it, newest first, those taken back too. */
export async function reviewsOfQuestion(
  read: Queries,
  { learnerId, questionId }: { learnerId: string; questionId: string },
): Promise<PastReview[]> {
  const rows = await read.review.findMany({
    where: { learnerId, questionId: { in: await withMerged(read, questionId) } },
    orderBy: [{ countedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      countedAt: true,
      rating: true,
      counts: true,
      undoneAt: true,
      dueGiven: true,
      predictedRecall: true,
    },
  });
  return rows.map(({ countedAt: at, rating, undoneAt, ...row }) => ({
    ...row,
    at,
    rating: toRating(rating),
    undone: undoneAt !== null,
  }));
}

/** All reviews of a question and of what was merged into it, oldest first, as `replay` takes them. */
export async function reviewLog(
  read: Queries,
  { learnerId, questionId }: { learnerId: string; questionId: string },
): Promise<LoggedReview[]> {
  const rows = await read.review.findMany({
    where: { learnerId, questionId: { in: await withMerged(read, questionId) } },
    orderBy: [{ countedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toLoggedReview);
}

export async function findReview(read: Queries, learnerId: string, id: string) {
  return read.review.findFirst({ where: { id, learnerId } });
}

/** Marks a review as undone. False when it was already, or isn't there. */
export async function markUndone(
  tx: Queries,
  learnerId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.review.updateMany({
    where: { id, learnerId, undoneAt: null },
    data: { undoneAt: at },
  });
  return count === 1;
}

/** A question's memory as stored. */
export async function storedMemory(
  read: Queries,
  key: { learnerId: string; questionId: string },
): Promise<StoredMemory> {
  return toStoredMemory(await read.memory.findUnique({ where: { learnerId_questionId: key } }));
}

/** What was done on a study day; the first two count against its limits. */
export async function tallyOfDay(
  read: Queries,
  learnerId: string,
  studyDay: number,
): Promise<{ newStarted: number; dueReviewed: number; answered: number }> {
  const rows = await read.review.groupBy({
    by: ["phaseBefore"],
    where: { learnerId, studyDay, counts: true, undoneAt: null },
    _count: { _all: true },
  });
  const count = new Map(rows.map(({ phaseBefore, _count }) => [phaseBefore, _count._all]));
  return {
    newStarted: count.get("new") ?? 0,
    dueReviewed: count.get("review") ?? 0,
    answered: [...count.values()].reduce((sum, one) => sum + one, 0),
  };
}

const RECENT = 200;

/** How long the last answers took, newest first, in ms. */
export async function recentDurations(read: Queries, learnerId: string): Promise<number[]> {
  const rows = await read.review.findMany({
    where: { learnerId, undoneAt: null },
    orderBy: [{ studyDay: "desc" }],
    take: RECENT,
    select: { durationMs: true },
  });
  return rows.map(({ durationMs }) => durationMs);
}

function memoryColumns(
  memory: StoredMemory["memory"],
): Omit<MemoryRow, "learnerId" | "questionId" | "lastReviewId" | keyof LearnersOwn> {
  if (memory.phase === "new") return NEW_COLUMNS;
  const { dueAt, ...columns } = memory;
  return { ...columns, due: dueAt };
}

type LearnersOwn = Pick<MemoryRow, "resetAt" | "suspended" | "buriedUntil" | "flagged" | "leech">;

const NEW_COLUMNS = {
  phase: "new",
  step: 0,
  stability: null,
  difficulty: null,
  reps: 0,
  lapses: 0,
  due: null,
  lastReviewedAt: null,
  lastStudyDay: null,
};

function toLoggedReview(row: ReviewRow): LoggedReview {
  const { id, counts, countedAt, studyDay, phaseGiven, stepGiven, dueGiven } = row;
  const given =
    isSeenPhase(phaseGiven) && stepGiven !== null && dueGiven
      ? { phase: phaseGiven, step: stepGiven, dueAt: dueGiven }
      : null;
  const undone = row.undoneAt !== null;
  return { id, rating: toRating(row.rating), counts, countedAt, studyDay, undone, given };
}

function isSeenPhase(phase: string | null): phase is SeenMemory["phase"] {
  return phase === "learning" || phase === "review" || phase === "relearning";
}

function toRating(value: number): Rating {
  if (value === 1 || value === 2 || value === 3 || value === 4) return value;
  throw new Error(`A review holds the rating ${value}`);
}
