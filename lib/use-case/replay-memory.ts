import type { Queries } from "@/lib/db/client";
import type { Learner } from "@/lib/db/learners";
import { replaceMemory, storedMemory } from "@/lib/db/memories";
import { reviewLog } from "@/lib/db/review-log";
import { replay } from "@/lib/domain/replay";

/** Makes a question's stored memory again from its log, inside the caller's transaction. */
export async function replayMemory(
  tx: Queries,
  learner: Learner,
  questionId: string,
): Promise<void> {
  const key = { learnerId: learner.id, questionId };
  const log = await reviewLog(tx, key);
  const { resetAt } = await storedMemory(tx, key);
  const standing = log.filter((review) => review.counts && !review.undone);
  await replaceMemory(tx, key, {
    memory: replay(log, learner.scheduling.weights, resetAt),
    lastReviewId: standing.at(-1)?.id ?? null,
  });
}
