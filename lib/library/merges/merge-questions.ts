import { type Decided, writeDecided } from "@/lib/db/actions";
import { passAsksOn } from "@/lib/db/library/asks";
import type { Queries } from "@/lib/db/queries";
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
import { keepMerge } from "@/lib/db/library/active-merges";
import { newId } from "@/lib/use-case/ids";
import { replayMemory } from "@/lib/use-case/replay-memory";

/** Two questions that are one, the ask that says so, and whether the documents have `from` no more. */
export type Merge = { from: string; into: string; ask: string; isMissing: boolean };

/**
 * Makes two questions one, inside the caller's transaction: `from` is put away, and its history
 * counts for `into` from now on. Reviews stay where they are; a question's log is its own and that
 * of all that was merged into it. Nothing is deleted, and `undoMerge` takes it back. Two that are
 * one already stay as they are.
 */
export async function mergeQuestions(tx: Queries, asked: Merge, at: Date): Promise<void> {
  const { ask, isMissing } = asked;
  const from = await survivorOf(tx, asked.from);
  const into = await survivorOf(tx, asked.into);
  if (from === null || into === null || from === into) return;
  const before = await retirementOf(tx, from);
  if (!before) return;
  await markMerged(tx, { from, into }, at);
  await keepMerge(tx, ask, { from, into, before, isMissing });
  await passAsksOn(tx, { from, into }, { newId, at });
  const learners = await learnersByIds(tx, await learnersKnowing(tx, [from, into]));
  await copyNotes(tx, { from, into }, newId);
  const keyPoints = await moveOwnKeyPoints(tx, { from, into });
  for (const learner of learners) {
    const theirs = await storedMemory(tx, { learnerId: learner.id, questionId: from });
    const own = await storedMemory(tx, { learnerId: learner.id, questionId: into });
    await writeDecided(tx, { learnerId: learner.id, questionId: into }, decidedOfBoth(theirs, own));
    await replayMemory(tx, learner, into);
    const detail = { into, before, keyPoints, own };
    await logMerge(tx, { id: newId(), learnerId: learner.id, questionId: from, at, detail });
  }
}

/** What a learner decided about two questions, of the one that they become. */
export function decidedOfBoth(
  theirs: Required<Decided>,
  own: Required<Decided>,
): Required<Decided> {
  return {
    suspended: theirs.suspended || own.suspended,
    flagged: theirs.flagged || own.flagged,
    buriedUntil: later(theirs.buriedUntil, own.buriedUntil),
    // Who started one of them over had no other question in mind.
    resetAt: later(theirs.resetAt, own.resetAt),
  };
}

function later(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a > b ? a : b) : (a ?? b);
}
