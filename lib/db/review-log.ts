import type { SeenMemory } from "@/lib/domain/memory";
import type { Rating } from "@/lib/domain/rating";
import type { LoggedReview } from "@/lib/domain/replay";
import type { Queries } from "./client";
import type { Review as ReviewRow } from "./generated/client";
import { withMerged } from "./merges";

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

function toLoggedReview(row: ReviewRow): LoggedReview {
  const { id, counts, countedAt, studyDay, desiredRetention } = row;
  const { phaseGiven, stepGiven, dueGiven, repsGiven } = row;
  const given =
    isSeenPhase(phaseGiven) && stepGiven !== null && dueGiven
      ? { phase: phaseGiven, step: stepGiven, dueAt: dueGiven, reps: repsGiven }
      : null;
  const undone = row.undoneAt !== null;
  const rating = toRating(row.rating);
  return { id, rating, counts, countedAt, studyDay, undone, desiredRetention, given };
}

function isSeenPhase(phase: string | null): phase is SeenMemory["phase"] {
  return phase === "learning" || phase === "review" || phase === "relearning";
}

function toRating(value: number): Rating {
  if (value === 1 || value === 2 || value === 3 || value === 4) return value;
  throw new Error(`A review holds the rating ${value}`);
}
