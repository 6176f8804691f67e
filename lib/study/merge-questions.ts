import { writeDecided } from "@/lib/db/actions";
import type { Queries } from "@/lib/db/client";
import { learnersByIds } from "@/lib/db/learners";
import {
  copyNotes,
  learnersKnowing,
  logMerge,
  markMerged,
  moveOwnKeyPoints,
  retirementOf,
  survivorOf,
} from "@/lib/db/merges";
import { storedMemory } from "@/lib/db/memories";
import { newId } from "./ids";
import { replayMemory } from "./replay-memory";

/**
 * Makes two questions one, inside the caller's transaction: `from` is put away, and its history
 * counts for `into` from now on. Reviews stay where they are; a question's log is its own and that
 * of all that was merged into it. Nothing is deleted. Two that are one already stay as they are.
 */
export async function mergeQuestions(
  tx: Queries,
  asked: { from: string; into: string },
  at: Date,
): Promise<void> {
  const from = await survivorOf(tx, asked.from);
  const into = await survivorOf(tx, asked.into);
  if (from === null || into === null || from === into) return;
  const before = await retirementOf(tx, from);
  await markMerged(tx, { from, into }, at);
  const learners = await learnersByIds(tx, await learnersKnowing(tx, [from, into]));
  await copyNotes(tx, { from, into }, newId);
  const keyPoints = await moveOwnKeyPoints(tx, { from, into });
  for (const learner of learners) {
    const [theirs, own] = [
      await storedMemory(tx, { learnerId: learner.id, questionId: from }),
      await storedMemory(tx, { learnerId: learner.id, questionId: into }),
    ];
    const decided = {
      suspended: theirs.suspended || own.suspended,
      flagged: theirs.flagged || own.flagged,
      buriedUntil: later(theirs.buriedUntil, own.buriedUntil),
      // Who started one of them over had no other question in mind.
      resetAt: later(theirs.resetAt, own.resetAt),
    };
    await writeDecided(tx, { learnerId: learner.id, questionId: into }, decided);
    await replayMemory(tx, learner, into);
    const detail = { into, before, keyPoints, own };
    await logMerge(tx, { id: newId(), learnerId: learner.id, questionId: from, at, detail });
  }
}

function later(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a > b ? a : b) : (a ?? b);
}
