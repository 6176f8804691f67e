import type { Phase, SeenMemory } from "@/lib/domain/memory";
import type { Queries } from "@/lib/db/client";
import type { Memory as MemoryRow, Review as ReviewRow } from "@/lib/db/generated/client";
import { type StoredMemory, toStoredMemory } from "@/lib/db/stored-memory";

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
  read: Queries,
  learnerId: string,
  { questionId, versionId }: { questionId: string; versionId?: string | null | undefined },
): Promise<ReviewContext | null> {
  // One query: every grade passes here.
  const [row] = await read.$queryRaw<(MemoryRow & ReviewedRow)[]>`
    SELECT COALESCE(r."id", v."id") AS "versionId", COALESCE(q."mergedIntoId", q."id") AS "countsFor",
      q."retiredAt" IS NOT NULL AS "isRetired", m."questionId" AS "seen", m.*
    FROM "QuestionVersion" v
    JOIN "Question" q ON q."id" = v."questionId"
    LEFT JOIN "QuestionVersion" r ON r."id" = ${versionId ?? null} AND r."questionId" = q."id"
    LEFT JOIN "Memory" m
      ON m."questionId" = COALESCE(q."mergedIntoId", q."id") AND m."learnerId" = ${learnerId}
    WHERE v."questionId" = ${questionId} AND v."replacedAt" IS NULL`;
  if (!row) return null;
  const { countsFor, seen, versionId: versionRead, isRetired, ...memory } = row;
  return {
    versionId: versionRead,
    countsFor,
    // SQLite has no booleans.
    isRetired: Boolean(Number(isRetired)),
    stored: toStoredMemory(seen === null ? null : memory),
  };
}

type ReviewedRow = {
  versionId: string;
  countsFor: string;
  isRetired: bigint | boolean;
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
  read: Queries,
  learnerId: string,
  questionId: string,
): Promise<KnownPoint[]> {
  const rows = await read.keyPoint.findMany({
    where: { questionId, OR: [{ learnerId: null }, { learnerId }] },
    select: {
      id: true,
      retiredAt: true,
      choices: { where: { learnerId }, select: { hidden: true } },
    },
  });
  return rows.map(({ choices, ...point }) => ({ ...point, hidden: choices[0]?.hidden ?? false }));
}

/** What became of a key point in a review: said, not said, or said wrongly. */
export type PointOutcome = { keyPointId: string; outcome: "recalled" | "missed" | "wrong" };

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

export type NewReview = Omit<ReviewRow, "undoneAt" | keyof Decision> & Decision;

/** Inserts a review by its id. False when one with that id is there: nothing was written. */
export async function insertReview(tx: Queries, review: NewReview): Promise<boolean> {
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
  points: PointOutcome[],
): Promise<void> {
  if (points.length === 0) return;
  await tx.reviewPoint.createMany({ data: points.map((point) => ({ reviewId, ...point })) });
}
