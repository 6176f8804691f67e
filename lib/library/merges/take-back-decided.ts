import { type Decided, writeDecided } from "@/lib/db/actions";
import type { Queries } from "@/lib/db/queries";
import type { Learner } from "@/lib/db/learners";
import { storedMemory } from "@/lib/db/memories";
import { type LoggedMerge, loggedMerges } from "@/lib/db/merges";
import { decidedOfBoth } from "./merge-questions";

/** A question that another one went into, and what each learner's log says of that, by learner. */
export type Step = { into: string; logged: ReadonlyMap<string, LoggedMerge> };

/** The way of a question through those that it went into in turn, as logged. */
export async function loggedSteps(
  tx: Queries,
  from: string,
  heirs: readonly string[],
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const [i, into] of heirs.entries()) {
    steps.push({ into, logged: await loggedMerges(tx, heirs[i - 1] ?? from) });
  }
  return steps;
}

/**
 * What a learner decided about a question and those that it went into, in turn, goes back to what it
 * was without it, unless it changed.
 */
export async function takeBackDecided(
  tx: Queries,
  { id: learnerId }: Learner,
  from: string,
  steps: readonly Step[],
): Promise<void> {
  let handedOn: Required<Decided> = await storedMemory(tx, { learnerId, questionId: from });
  let left: Required<Decided> | null = null;
  for (const { into, logged } of steps) {
    const own = logged.get(learnerId)?.own;
    if (!own) return;
    const key = { learnerId, questionId: into };
    const now = await storedMemory(tx, key);
    const without: Required<Decided> = left ? decidedOfBoth(left, own) : own;
    left = unlessChanged(now, decidedOfBoth(handedOn, own), without);
    await writeDecided(tx, key, left);
    handedOn = now;
  }
}

function unlessChanged(
  now: Required<Decided>,
  both: Required<Decided>,
  before: Required<Decided>,
): Required<Decided> {
  return {
    suspended: now.suspended === both.suspended ? before.suspended : now.suspended,
    flagged: now.flagged === both.flagged ? before.flagged : now.flagged,
    buriedUntil: isSame(now.buriedUntil, both.buriedUntil) ? before.buriedUntil : now.buriedUntil,
    resetAt: isSame(now.resetAt, both.resetAt) ? before.resetAt : now.resetAt,
  };
}

function isSame(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime();
}
