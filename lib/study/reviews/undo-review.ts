import { z } from "zod";
import type { Learner } from "@/lib/db/learners";
import { survivorOf } from "@/lib/db/merges";
import { storedMemory } from "@/lib/db/memories";
import { notePoints } from "@/lib/db/note-points";
import type { PlainQueries } from "@/lib/db/plain-queries";
import { findReview, lastStanding, markUndone, reviewLog } from "@/lib/db/review-log";
import type { MemoryView } from "@/lib/domain/memory";
import { byCountedTime } from "@/lib/domain/replay";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { conflict, type Failure, notFound } from "@/lib/use-case/failure";
import { SoughtId } from "@/lib/use-case/inputs";
import { memoryView } from "@/lib/study/memory-view";
import { replayMemory } from "@/lib/use-case/replay-memory";

export const UndoBody = z.object({ reviewId: SoughtId });

/**
 * Takes a review back and answers the memory before it; again, when it was taken back already. The
 * log keeps the review, marked. A newer review of the question that stands is in the way.
 */
export async function undoReview(
  { database, clock, learner }: Context,
  { reviewId }: z.infer<typeof UndoBody>,
): Promise<Result<{ memory: MemoryView }, Failure>> {
  const review = await findReview(database.read, learner.id, reviewId);
  if (!review) return err(notFound("There is no such review."));
  const questionId = (await survivorOf(database.read, review.questionId)) ?? review.questionId;
  const key = { learnerId: learner.id, questionId };
  try {
    await database.writePlainly((tx) => takeBack(tx, learner, review, clock.now()));
  } catch (error) {
    if (!(error instanceof NewerStands)) throw error;
    return err(conflict(error.message));
  }
  const stored = await storedMemory(database.read, key);
  return ok({ memory: memoryView(stored, learner, clock.now()) });
}

/**
 * Marks a review as undone and replays its question, inside the caller's transaction. One taken
 * back already is left as it is.
 * @throws NewerStands, which must roll the transaction back
 */
export async function takeBack(
  tx: PlainQueries,
  learner: Learner,
  review: { id: string; questionId: string; countedAt: Date },
  at: Date,
): Promise<void> {
  if (!(await markUndone(tx, learner.id, review.id, at))) return;
  const questionId = (await survivorOf(tx, review.questionId)) ?? review.questionId;
  const key = { learnerId: learner.id, questionId };
  const log = await reviewLog(tx, key);
  // What does not count rests on nothing, and nothing but its points rests on it.
  if (log.find(({ id }) => id === review.id)?.counts === false) {
    await notePoints(tx, key);
    return;
  }
  const newer = lastStanding(log);
  if (newer && byCountedTime(review, newer) < 0) throw new NewerStands();
  await replayMemory(tx, learner, questionId);
}

/** Why a review can't be taken back; says so to the learner. */
export class NewerStands extends Error {
  constructor() {
    super("A newer review of this question stands; undo that one first.");
  }
}
