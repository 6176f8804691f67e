import type { Learner } from "@/lib/db/learners";
import { lastReset, replaceMemory } from "@/lib/db/memories";
import type { PlainQueries } from "@/lib/db/plain-queries";
import { notePoints } from "@/lib/db/note-points";
import { lastStanding, reviewLog } from "@/lib/db/review-log";
import { replay } from "@/lib/domain/replay";

/** Makes a question's stored memory again from its log and says anew how its points went, inside the caller's transaction. */
export async function replayMemory(
  tx: PlainQueries,
  learner: Learner,
  questionId: string,
): Promise<void> {
  const key = { learnerId: learner.id, questionId };
  const log = await reviewLog(tx, key);
  const resetAt = await lastReset(tx, key);
  await replaceMemory(tx, key, {
    memory: replay(log, learner.scheduling.weights, resetAt),
    lastReviewId: lastStanding(log)?.id ?? null,
  });
  await notePoints(tx, key);
}
