import type { Database } from "@/lib/db/client";
import { inChunks } from "@/lib/db/in-chunks";
import { learnersByIds } from "@/lib/db/learners";
import { unreadableMemories } from "@/lib/db/memories";
import { reportOnce } from "@/lib/report-once";
import { replayMemory } from "./replay-memory";

/** What one transaction takes: a few hundred log lines. */
const TOGETHER = 50;

/**
 * Makes all memories again, from their logs, that can't be read as they are stored: damaged, or
 * emptied by a migration that knows better how they are made. What can't be made again is reported
 * and left: it stops no start, and the next grade tries again.
 */
export async function repairMemories(database: Database): Promise<void> {
  const broken = await unreadableMemories(database.read);
  const owners = [...new Set(broken.map(({ learnerId }) => learnerId))];
  for (const learner of await learnersByIds(database.read, owners)) {
    const theirs = broken.filter(({ learnerId }) => learnerId === learner.id);
    const replayed = (keys: typeof theirs) =>
      database.write(async (tx) => {
        for (const { questionId } of keys) await replayMemory(tx, learner, questionId);
      });
    await inChunks(theirs, (keys) => replayed(keys).catch(report), TOGETHER);
  }
}

function report(error: unknown): void {
  reportOnce(`Some memories could not be made again from their reviews: ${String(error)}`);
}
