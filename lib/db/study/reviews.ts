import type { Phase, SeenMemory } from "@/lib/domain/memory";
import type { PointOutcome } from "@/lib/domain/point-history";
import type { Rating } from "@/lib/domain/rating";
import type { Review as ReviewRow } from "@/lib/db/generated/client";
import { toStoredMemory } from "@/lib/db/memories";
import type { PlainQueries } from "@/lib/db/plain-queries";
import { type MemoryRow, NEVER_SEEN, type StoredMemory } from "@/lib/db/stored-memory";

/**
 * What a review is recorded against: the version read, which is the one in use where none of the
 * question's is named, and the memory that it counts for, which is another question's where the two
 * were merged.
 */
export type ReviewContext = {
  versionId: string;
  countsFor: string;
  stored: StoredMemory;
  isRetired: boolean;
};

/** What a review of a question is recorded against; null for an unknown question. */
export async function reviewContext(
  read: PlainQueries,
  learnerId: string,
  { questionId, versionId }: { questionId: string; versionId?: string | null | undefined },
): Promise<ReviewContext | null> {
  // One query: every grade passes here.
  const [row] = await read.$queryRaw<(MemoryRow & ReviewedRow)[]>`
    SELECT COALESCE(r."id", v."id") AS "versionId", COALESCE(q."mergedIntoId", q."id") AS "countsFor",
      q."retiredAt", m."questionId" AS "seen", m.*
    FROM "QuestionVersion" v
    JOIN "Question" q ON q."id" = v."questionId"
    LEFT JOIN "QuestionVersion" r ON r."id" = ${versionId ?? null} AND r."questionId" = q."id"
    LEFT JOIN "Memory" m
      ON m."questionId" = COALESCE(q."mergedIntoId", q."id") AND m."learnerId" = ${learnerId}
    WHERE v."questionId" = ${questionId} AND v."replacedAt" IS NULL`;
  if (!row) return null;
  const { countsFor, seen, versionId: versionRead, retiredAt, ...memory } = row;
  const key = { learnerId, questionId: countsFor };
  const stored = seen === null ? NEVER_SEEN : await toStoredMemory(read, key, memory);
  return { versionId: versionRead, countsFor, isRetired: retiredAt !== null, stored };
}

type ReviewedRow = {
  versionId: string;
  countsFor: string;
  retiredAt: Date | null;
  seen: string | null;
};

/** A key point that a question has or had. */
export type KnownPoint = {
  id: string;
  retiredAt: Date | null;
  /** The learner took it out. */
  hidden: boolean;
};

/** All key points that a question has or had, of its document and the learner's own. */
export async function knownPoints(
  read: PlainQueries,
  learnerId: string,
  questionId: string,
): Promise<KnownPoint[]> {
  const rows = await read.$queryRaw<(Omit<KnownPoint, "hidden"> & { hidden: boolean | null })[]>`
    SELECT k."id", k."retiredAt", c."hidden"
    FROM "KeyPoint" k
    LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = ${learnerId}
    WHERE k."questionId" = ${questionId}
      AND (k."learnerId" IS NULL OR k."learnerId" = ${learnerId})
    ORDER BY k."position", k."id"`;
  return rows.map((row) => ({ ...row, hidden: row.hidden === true }));
}

/** A key point in a review, and what became of it. */
export type AssessedPoint = { keyPointId: string; outcome: PointOutcome };

/** What a review decided about the schedule; null fields where it doesn't count. */
export type Decision = {
  phaseBefore: Phase;
  predictedRecall: number | null;
  /** The study day that it was due on; null for a new question. */
  dueDayBefore: number | null;
  phaseGiven: SeenMemory["phase"] | null;
  stepGiven: number | null;
  dueGiven: Date | null;
  /** Which review of its question it was, by what was known then. */
  repsGiven: number | null;
};

export type NewReview = Omit<ReviewRow, "undoneAt" | "rating" | keyof Decision> &
  Decision & { rating: Rating };

/** Inserts a review by its id. False when one with that id is there: nothing was written. */
export async function insertReview(tx: PlainQueries, review: NewReview): Promise<boolean> {
  const r = review;
  const inserted = await tx.$executeRaw`
    INSERT INTO "Review" (
      "id", "learnerId", "questionId", "versionId", "sessionId", "rating", "mode", "counts",
      "saidAt", "sentAt", "receivedAt", "countedAt", "utcOffsetMinutes", "studyDay", "durationMs",
      "way", "assessed", "phaseBefore", "predictedRecall", "parameterSetId", "desiredRetention",
      "phaseGiven", "stepGiven", "dueGiven", "contentHash", "wrongAssessed", "suggestedPoints",
      "proposedRating", "cues", "examiner", "dueDayBefore", "repsGiven")
    VALUES (
      ${r.id}, ${r.learnerId}, ${r.questionId}, ${r.versionId}, ${r.sessionId}, ${r.rating},
      ${r.mode}, ${r.counts}, ${r.saidAt}, ${r.sentAt}, ${r.receivedAt}, ${r.countedAt},
      ${r.utcOffsetMinutes}, ${r.studyDay}, ${r.durationMs}, ${r.way}, ${r.assessed},
      ${r.phaseBefore}, ${r.predictedRecall}, ${r.parameterSetId}, ${r.desiredRetention},
      ${r.phaseGiven}, ${r.stepGiven}, ${r.dueGiven}, ${r.contentHash}, ${r.wrongAssessed},
      ${r.suggestedPoints}, ${r.proposedRating}, ${r.cues}, ${r.examiner}, ${r.dueDayBefore},
      ${r.repsGiven})
    ON CONFLICT ("id") DO NOTHING`;
  return inserted === 1;
}

/** Says again what a review decided, after others were found to come before it. */
export async function reviseDecision(
  tx: PlainQueries,
  id: string,
  decision: Decision,
): Promise<void> {
  const d = decision;
  await tx.$executeRaw`
    UPDATE "Review" SET "phaseBefore" = ${d.phaseBefore}, "predictedRecall" = ${d.predictedRecall},
      "dueDayBefore" = ${d.dueDayBefore}, "phaseGiven" = ${d.phaseGiven},
      "stepGiven" = ${d.stepGiven}, "dueGiven" = ${d.dueGiven}, "repsGiven" = ${d.repsGiven}
    WHERE "id" = ${id}`;
}

/** Makes sure that a session named by a client is there. */
export async function ensureSession(
  tx: PlainQueries,
  session: { id: string; learnerId: string; kind: string; scope: string; startedAt: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Session" ("id", "learnerId", "kind", "scope", "startedAt")
    VALUES (${session.id}, ${session.learnerId}, ${session.kind}, ${session.scope}, ${session.startedAt})
    ON CONFLICT ("id") DO NOTHING`;
}

/** Inserts what became of a review's key points. */
export async function insertReviewPoints(
  tx: PlainQueries,
  reviewId: string,
  points: readonly AssessedPoint[],
): Promise<void> {
  for (const { keyPointId, outcome } of points)
    await tx.$executeRaw`
      INSERT INTO "ReviewPoint" ("reviewId", "keyPointId", "outcome")
      VALUES (${reviewId}, ${keyPointId}, ${outcome})`;
}
