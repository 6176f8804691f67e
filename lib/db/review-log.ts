import type { Rating } from "@/lib/domain/rating";
import type { LoggedReview } from "@/lib/domain/replay";
import type { Queries } from "./queries";
import type { Review as ReviewRow } from "./generated/client";
import { withMerged } from "./merges";
import type { PlainQueries } from "./plain-queries";
import { isSeenPhase } from "./stored-memory";

/** A review of a question, for its learner to look back at. */
export type PastReview = {
  id: string;
  at: Date;
  rating: Rating;
  /** Where it was given: scheduled, practice, mock. */
  mode: string;
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
      mode: true,
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
  read: PlainQueries,
  { learnerId, questionId }: { learnerId: string; questionId: string },
): Promise<LoggedReview[]> {
  const rows = await read.$queryRaw<LogRow[]>`
    SELECT "id", "rating", "counts", "countedAt", "studyDay", "desiredRetention",
      "phaseGiven", "stepGiven", "dueGiven", "repsGiven", "undoneAt"
    FROM "Review"
    WHERE "learnerId" = ${learnerId} AND "questionId" IN (
      SELECT q."id" FROM "Question" q
      WHERE q."id" = ${questionId} OR q."mergedIntoId" = ${questionId})
    ORDER BY "countedAt", "id"`;
  return rows.map(toLoggedReview);
}

/** The newest review of a log that its memory rests on. */
export function lastStanding(log: readonly LoggedReview[]): LoggedReview | undefined {
  return log.findLast((review) => review.counts && !review.undone);
}

/** What undoing a review, or knowing it again, takes of it. */
export type KnownReview = { id: string; questionId: string; countedAt: Date; contentHash: string };

/** The learner's review with an id; null when there is none. */
export async function findReview(
  read: PlainQueries,
  learnerId: string,
  id: string,
): Promise<KnownReview | null> {
  const [row] = await read.$queryRaw<KnownReview[]>`
    SELECT "id", "questionId", "countedAt", "contentHash" FROM "Review"
    WHERE "id" = ${id} AND "learnerId" = ${learnerId}`;
  return row ?? null;
}

/** Marks a review as undone. False when it was already, or isn't there. */
export async function markUndone(
  tx: PlainQueries,
  learnerId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const marked = await tx.$executeRaw`
    UPDATE "Review" SET "undoneAt" = ${at}
    WHERE "id" = ${id} AND "learnerId" = ${learnerId} AND "undoneAt" IS NULL`;
  return marked === 1;
}

type LogRow = Pick<ReviewRow, "id" | "rating" | "counts" | "countedAt" | "studyDay" | "undoneAt"> &
  Pick<ReviewRow, "desiredRetention" | "phaseGiven" | "stepGiven" | "dueGiven" | "repsGiven">;

function toLoggedReview(row: LogRow): LoggedReview {
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

/** A rating as it is stored. */
export function toRating(value: number): Rating {
  if (value === 1 || value === 2 || value === 3 || value === 4) return value;
  throw new Error(`A review holds the rating ${value}`);
}
